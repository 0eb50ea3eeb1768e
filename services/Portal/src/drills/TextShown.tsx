import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { Severity, Urgent } from '@/app/ui/marks';
import type { DrillText } from './drills';
import { inOwn, marked } from './text';
import { texts } from './texts';

/** A drill's text as it goes out, under its mark. */
export function TextShown({ text }: { text: DrillText }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const code = useCodes();
  const summary = inOwn(text.summary, language);
  return (
    <article className="flex flex-col gap-3 border-s-8 border-yellow-300 ps-4">
      <h3 className="text-xl">{marked(inOwn(text.title, language), language)}</h3>
      <p className="flex flex-wrap gap-2">
        <Severity code={text.severity} />
        {text.urgency === 'urgent' ? <Urgent code={text.urgency} /> : null}
        {text.urgency && text.urgency !== 'urgent' ? <span>{code('urgencies', text.urgency)}</span> : null}
      </p>
      {summary ? <p className="text-lg whitespace-pre-line">{summary}</p> : null}
      {text.requiredAction ? (
        <>
          <h4 className="font-bold">{t('text.requiredAction')}</h4>
          <p className="whitespace-pre-line">{text.requiredAction}</p>
        </>
      ) : null}
      {text.body ? (
        <>
          <h4 className="font-bold">{t('text.body')}</h4>
          <p className="whitespace-pre-line">{text.body}</p>
        </>
      ) : null}
      {text.shortText ? (
        <>
          <h4 className="font-bold">{t('text.shortText')}</h4>
          <p>{text.shortText}</p>
        </>
      ) : null}
    </article>
  );
}
