import { useId } from 'react';
import { useFieldError } from './fieldErrors';

/** One of many, by the browser's own list: it works on every device and loads nothing. */
export function Pick({
  label,
  name,
  value,
  options,
  onChange,
}: {
  label: string;
  name?: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  const wrong = useFieldError(name);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-bold">
        {label}
      </label>
      <select
        id={id}
        name={name}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        value={value}
        onChange={event => onChange(event.target.value)}
        className="min-h-11 w-full rounded-lg border border-solid-gray-600 bg-white px-3 py-2 hover:border-black"
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {wrong ? (
        <span id={`${id}-wrong`} className="text-red-900 before:content-['＊']">
          {wrong}
        </span>
      ) : null}
    </div>
  );
}
