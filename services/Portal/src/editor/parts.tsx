import { type ReactNode, useId } from 'react';
import { useTexts } from '@/app/language';
import { texts as appTexts } from '@/app/texts';
import { useFieldError } from '@/app/ui/fieldErrors';

export function Part({ title, children, id }: { title: string; children: ReactNode; id?: string }) {
  return (
    <section className="card flex flex-col gap-6" id={id}>
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  );
}

/** Fields that belong together; what the hub says of them all stands above them. */
export function Together({
  name,
  title,
  explanation,
  required = false,
  children,
}: {
  name: string;
  title: string;
  explanation?: ReactNode;
  required?: boolean;
  children: ReactNode;
}) {
  const t = useTexts(appTexts);
  const id = useId();
  const wrong = useFieldError(name);
  return (
    <fieldset name={name} tabIndex={-1} aria-describedby={id} className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-bold">
        {title}
        {required ? <span className="ms-2 text-sm font-normal text-red-900">※{t('required')}</span> : null}
      </legend>
      <div id={id}>
        {explanation ? <p className="text-sm text-solid-gray-700">{explanation}</p> : null}
        {wrong ? <p className="text-red-900 before:content-['＊']">{wrong}</p> : null}
      </div>
      {children}
    </fieldset>
  );
}

/** A moment in Japan, by the browser's own field. */
export function Moment({
  name,
  label,
  explanation,
  value,
  onChange,
  required = false,
}: {
  name: string;
  label: string;
  explanation?: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
}) {
  const t = useTexts(appTexts);
  const id = useId();
  const wrong = useFieldError(name);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-bold">
        {label}
        {required ? <span className="ms-2 text-sm font-normal text-red-900">※{t('required')}</span> : null}
      </label>
      {explanation ? (
        <span id={`${id}-what`} className="text-sm text-solid-gray-700">
          {explanation}
        </span>
      ) : null}
      <input
        id={id}
        type="datetime-local"
        name={name}
        value={value}
        aria-describedby={`${explanation ? `${id}-what` : ''} ${wrong ? `${id}-wrong` : ''}`.trim() || undefined}
        aria-invalid={wrong !== undefined}
        onChange={event => onChange(event.target.value)}
        className="min-h-11 w-full max-w-72 rounded-lg border border-solid-gray-600 bg-white px-4 py-2 hover:border-black"
      />
      {wrong ? (
        <span id={`${id}-wrong`} className="text-red-900 before:content-['＊']">
          {wrong}
        </span>
      ) : null}
    </div>
  );
}
