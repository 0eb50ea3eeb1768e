import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { slimBox } from '@/app/ui/box';
import { Labelled } from '@/app/ui/Labelled';
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
  return (
    <Labelled label={label} explanation={explanation} name={name}>
      {labels => (
        <div className="flex flex-wrap items-center gap-2">
          <input
            {...labels}
            type="datetime-local"
            value={toField(value)}
            onChange={event => onChange(fromField(event.target.value))}
            className={`${slimBox} max-w-72`}
          />
          <Button look="secondary" aria-label={`${label}: ${t('now')}`} onPress={() => onChange(new Date().toISOString())}>
            {t('now')}
          </Button>
          <Button look="quiet" aria-label={`${label}: ${t('unknownTime')}`} aria-pressed={!value} onPress={() => onChange(null)}>
            {value ? '' : '✓ '}
            {t('unknownTime')}
          </Button>
        </div>
      )}
    </Labelled>
  );
}
