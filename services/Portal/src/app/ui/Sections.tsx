import { Link, type LinkProps } from '@tanstack/react-router';

export interface Section {
  to: NonNullable<LinkProps['to']>;
  text: string;
}

/** The pages that belong together, above each of them. */
export function Sections({ label, sections }: { label: string; sections: readonly Section[] }) {
  if (sections.length < 2) return null;
  return (
    <nav aria-label={label} className="not-printed mb-6 border-b border-solid-gray-420">
      <ul className="flex flex-wrap gap-x-2">
        {sections.map(section => (
          <li key={section.to}>
            <Link
              to={section.to}
              activeOptions={{ exact: true, includeSearch: false }}
              className="inline-flex min-h-11 items-center border-b-4 border-transparent px-3 py-2 text-blue-1000 hover:underline"
              activeProps={{ className: 'border-blue-900 font-bold' }}
            >
              {section.text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
