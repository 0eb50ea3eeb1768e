import { useId } from 'react';
import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { useFieldError } from '@/app/ui/fieldErrors';
import { fromField, toField } from './form';
import { texts } from './texts';

/** A moment in Japan time, or that it is unknown. */
export function Moment({
  name,
  label,
  explanation,
  value,
  onChange,
}: {
  name: string;
  label: string;
  explanation?: string;
  value: string | null | undefined;
  onChange: (value: string | null) => void;
}) {
  const t = useTexts(texts);
  const id = useId();
  const wrong = useFieldError(name);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-bold">
        {label}
      </label>
      {explanation ? (
        <p id={`${id}-how`} className="text-sm text-solid-gray-700">
          {explanation}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={id}
          name={name}
          type="datetime-local"
          value={toField(value)}
          aria-invalid={wrong !== undefined}
          aria-describedby={[explanation ? `${id}-how` : '', wrong ? `${id}-wrong` : ''].join(' ').trim() || undefined}
          onChange={event => onChange(fromField(event.target.value))}
          className="min-h-11 rounded-lg border border-solid-gray-600 bg-white px-3 py-2 hover:border-black"
        />
        <Button look="secondary" aria-label={`${label}: ${t('now')}`} onPress={() => onChange(new Date().toISOString())}>
          {t('now')}
        </Button>
        <Button look="quiet" aria-label={`${label}: ${t('unknownTime')}`} aria-pressed={!value} onPress={() => onChange(null)}>
          {value ? '' : '✓ '}
          {t('unknownTime')}
        </Button>
      </div>
      {wrong ? (
        <span id={`${id}-wrong`} className="text-red-900 before:content-['＊']">
          {wrong}
        </span>
      ) : null}
    </div>
  );
}
