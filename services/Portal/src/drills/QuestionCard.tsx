import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { Check, TextInput } from '@/app/ui/fields';
import { Pick } from '@/app/ui/Pick';
import { Together } from '@/editor/parts';
import { campaignTexts } from './campaignTexts';
import { freeId, hasOptions, type OptionForm, type QuestionForm, type QuestionKind, questionKinds, withKind } from './sheets';

/** One question of a sheet, as it is written. */
export function QuestionCard({
  question,
  place,
  last,
  onChange,
  onMove,
  onRemove,
}: {
  question: QuestionForm;
  place: number;
  last: boolean;
  onChange: (question: QuestionForm) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useTexts(campaignTexts);
  const number = place + 1;
  const path = `questions[${place}]`;
  const set = (part: Partial<QuestionForm>) => onChange({ ...question, ...part });
  return (
    <section aria-label={t('sheets.question', { number })} className="flex flex-col gap-4 rounded-lg border border-solid-gray-420 p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-lg">{t('sheets.question', { number })}</h3>
        <div className="flex flex-wrap gap-1">
          <Button look="quiet" aria-label={t('sheets.up', { number })} isDisabled={place === 0} onPress={() => onMove(-1)}>
            ↑
          </Button>
          <Button look="quiet" aria-label={t('sheets.down', { number })} isDisabled={last} onPress={() => onMove(1)}>
            ↓
          </Button>
          <Button look="quiet" aria-label={t('sheets.remove', { number })} onPress={onRemove}>
            ✕
          </Button>
        </div>
      </div>
      <Together name={`${path}.text`} title={t('sheets.text')}>
        <TextInput name={`${path}.text.ja`} label={t('sheets.ja')} value={question.ja} onChange={ja => set({ ja })} />
        <TextInput name={`${path}.text.en`} label={t('sheets.en')} value={question.en} onChange={en => set({ en })} />
      </Together>
      <Pick
        name={`${path}.kind`}
        label={t('sheets.kind')}
        value={question.kind}
        onChange={kind => onChange(withKind(question, kind as QuestionKind))}
        options={questionKinds.map(value => ({ value, label: t(`sheets.kinds.${value}`) }))}
      />
      {hasOptions(question.kind) ? <Options path={path} options={question.options} onChange={options => set({ options })} /> : null}
      <Check isSelected={question.required} onChange={required => set({ required })}>
        {t('sheets.required')}
      </Check>
    </section>
  );
}

function Options({
  path,
  options,
  onChange,
}: {
  path: string;
  options: readonly OptionForm[];
  onChange: (options: readonly OptionForm[]) => void;
}) {
  const t = useTexts(campaignTexts);
  const put = (place: number, part: Partial<OptionForm>) =>
    onChange(options.map((option, n) => (n === place ? { ...option, ...part } : option)));
  return (
    <Together name={`${path}.options`} title={t('sheets.options')}>
      {options.map((option, place) => {
        const number = place + 1;
        const own = `${path}.options[${place}].text`;
        return (
          <Together key={option.id} name={own} title={t('sheets.option', { number })}>
            <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
              <TextInput name={`${own}.ja`} label={t('sheets.ja')} value={option.ja} onChange={ja => put(place, { ja })} />
              <TextInput name={`${own}.en`} label={t('sheets.en')} value={option.en} onChange={en => put(place, { en })} />
              <Button
                look="quiet"
                aria-label={t('sheets.removeOption', { number })}
                onPress={() => onChange(options.filter(other => other !== option))}
              >
                ✕
              </Button>
            </div>
          </Together>
        );
      })}
      <Button look="quiet" className="self-start" onPress={() => onChange([...options, { id: freeId('o', options), ja: '', en: '' }])}>
        {t('sheets.addOption')}
      </Button>
    </Together>
  );
}
