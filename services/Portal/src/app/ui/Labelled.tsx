import { type ReactNode, useId } from 'react';
import { useTexts } from '../language';
import { texts } from '../texts';
import { useFieldError } from './fieldErrors';

/** What an element of the browser's own needs to stand under its label. */
export interface Labels {
  id: string;
  name?: string;
  'aria-invalid': boolean;
  'aria-describedby'?: string;
}

/** A field of the browser's own, which loads nothing and works on every device: its label, what it is for, and what the hub says of it. */
export function Labelled({
  label,
  explanation,
  name,
  required = false,
  slim = false,
  className = '',
  children,
}: {
  label: string;
  explanation?: string | undefined;
  name?: string | undefined;
  required?: boolean;
  /** In a filter or a line of fields. */
  slim?: boolean;
  className?: string;
  children: (labels: Labels) => ReactNode;
}) {
  const t = useTexts(texts);
  const id = useId();
  const wrong = useFieldError(name);
  const described = [explanation ? `${id}-what` : '', wrong ? `${id}-wrong` : ''].join(' ').trim();
  return (
    <div className={`flex min-w-0 flex-col ${slim ? 'gap-1' : 'gap-1.5'} ${className}`}>
      <label htmlFor={id} className={`font-bold ${slim ? 'text-sm' : ''}`}>
        {label}
        {required ? <span className="ms-2 text-sm font-normal text-red-900">※{t('required')}</span> : null}
      </label>
      {explanation ? (
        <span id={`${id}-what`} className="text-sm text-solid-gray-700">
          {explanation}
        </span>
      ) : null}
      {children({
        id,
        ...(name ? { name } : {}),
        'aria-invalid': wrong !== undefined,
        ...(described ? { 'aria-describedby': described } : {}),
      })}
      {wrong ? (
        <span id={`${id}-wrong`} className="text-red-900 before:content-['＊']">
          {wrong}
        </span>
      ) : null}
    </div>
  );
}
