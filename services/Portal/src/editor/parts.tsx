import { type ReactNode, useId } from 'react';
import { useTexts } from '@/app/language';
import { texts as appTexts } from '@/app/texts';
import { slimBox } from '@/app/ui/box';
import { useFieldError } from '@/app/ui/fieldErrors';
import { Labelled } from '@/app/ui/Labelled';

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
  return (
    <Labelled label={label} explanation={explanation} name={name} required={required}>
      {labels => (
        <input
          {...labels}
          type="datetime-local"
          value={value}
          onChange={event => onChange(event.target.value)}
          className={`${slimBox} max-w-72`}
        />
      )}
    </Labelled>
  );
}
