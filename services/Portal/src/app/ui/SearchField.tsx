import type { InputHTMLAttributes } from 'react';
import { slimBox } from './box';
import { Labelled } from './Labelled';

/** Words to search by, as they are typed (`onChange`), or once they stand (`defaultValue`, `onBlur`). */
export function SearchField({
  label,
  explanation,
  name,
  className = '',
  onChange,
  ...input
}: Pick<InputHTMLAttributes<HTMLInputElement>, 'value' | 'defaultValue' | 'onBlur'> & {
  label: string;
  /** What is searched, and how. */
  explanation?: string;
  name?: string;
  className?: string;
  onChange?: (value: string) => void;
}) {
  return (
    <Labelled slim label={label} explanation={explanation} name={name} className={className}>
      {labels => <input {...labels} {...input} type="search" onChange={event => onChange?.(event.target.value)} className={slimBox} />}
    </Labelled>
  );
}
