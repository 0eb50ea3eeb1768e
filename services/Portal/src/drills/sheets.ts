import type { Schemas } from '@/api/client';
import { orNull } from './text';

export const sheetKinds = ['selfCheck', 'survey'] as const;
export type SheetKind = (typeof sheetKinds)[number];

export const questionKinds = ['yesNo', 'choice', 'choices', 'number', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A question as it stands in the fields; what it is called in answers is made, not typed. */
export interface QuestionForm {
  id: string;
  kind: QuestionKind;
  ja: string;
  en: string;
  required: boolean;
  options: readonly OptionForm[];
}

export interface OptionForm {
  id: string;
  ja: string;
  en: string;
}

type Question = Schemas['QuestionInput'];

export function hasOptions(kind: string): boolean {
  return kind === 'choice' || kind === 'choices';
}

/** The next name of its kind that is not taken: q1, q2. */
export function freeId(prefix: string, taken: readonly { id: string }[]): string {
  const numbers = taken.map(({ id }) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) : 0)).filter(Number.isFinite);
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

export function emptyQuestion(taken: readonly QuestionForm[]): QuestionForm {
  return { id: freeId('q', taken), kind: 'yesNo', ja: '', en: '', required: true, options: [] };
}

/** Another way to answer it: options come with the first way that has them, and stay while one of those is chosen. */
export function withKind(question: QuestionForm, kind: QuestionKind): QuestionForm {
  const blank = (id: string): OptionForm => ({ id, ja: '', en: '' });
  if (!hasOptions(kind)) return { ...question, kind, options: [] };
  return { ...question, kind, options: question.options.length > 0 ? question.options : [blank('o1'), blank('o2')] };
}

export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  const one = list[from];
  const other = list[to];
  if (one === undefined || other === undefined) return list;
  return list.map((item, place) => (place === from ? other : place === to ? one : item));
}

export function questionFormOf(question: Question): QuestionForm {
  const english = (wording: { ja?: string | null; en?: string | null } | null | undefined) =>
    wording?.en === wording?.ja ? '' : (wording?.en ?? '');
  return {
    id: question.id ?? '',
    kind: questionKinds.find(kind => kind === question.kind) ?? 'text',
    ja: question.text?.ja ?? '',
    en: english(question.text),
    required: question.required ?? false,
    options: (question.options ?? []).map(option => ({ id: option.id ?? '', ja: option.text?.ja ?? '', en: english(option.text) })),
  };
}

export function questionOf(form: QuestionForm): Question {
  const wording = ({ ja, en }: { ja: string; en: string }) => ({ ja: orNull(ja), en: orNull(en) });
  return {
    id: form.id,
    kind: form.kind,
    text: wording(form),
    required: form.required,
    options: form.options.map(option => ({ id: option.id, text: wording(option) })),
  };
}

const yesNo = (ja: string, en: string) => ({ kind: 'yesNo' as const, ja, en, required: true, options: [] });
const text = (ja: string, en: string) => ({ kind: 'text' as const, ja, en, required: false, options: [] });

const usual: Record<SheetKind, readonly Omit<QuestionForm, 'id'>[]> = {
  selfCheck: [
    yesNo('連絡先と当番は、今の体制に合っていますか。', 'Do contacts and duty roster fit your present organisation?'),
    yesNo('夜間・休日にも、受け取った情報を確認できますか。', 'Can you confirm what comes at night and on holidays?'),
    yesNo('受け取った情報を社内の誰に伝えるか、決まっていますか。', 'Is it settled whom in your organisation to tell?'),
    text('気になる点があれば書いてください。', 'Is there anything that worries you?'),
  ],
  survey: [
    yesNo('情報は、必要な人に伝わりましたか。', 'Did the information reach those who need it?'),
    {
      kind: 'choice',
      ja: '訓練は、自組織の備えに役立ちましたか。',
      en: 'Was the drill useful for your own preparation?',
      required: true,
      options: [
        { id: 'very', ja: 'とても役立った', en: 'very useful' },
        { id: 'some', ja: '少し役立った', en: 'somewhat useful' },
        { id: 'not', ja: '役立たなかった', en: 'not useful' },
      ],
    },
    {
      kind: 'choices',
      ja: '難しかったのはどの点ですか。',
      en: 'What was difficult?',
      required: false,
      options: [
        { id: 'notice', ja: '届いたことに気付く', en: 'noticing that it came' },
        { id: 'content', ja: '内容を理解する', en: 'understanding it' },
        { id: 'confirm', ja: '確認を返す', en: 'confirming it' },
        { id: 'inside', ja: '社内に伝える', en: 'telling it inside' },
      ],
    },
    text('次の訓練への意見を書いてください。', 'What should the next drill do better?'),
  ],
};

/** What is asked every year, to begin with. */
export function usualQuestions(kind: SheetKind): QuestionForm[] {
  return usual[kind].map((question, place) => ({ ...question, id: `q${place + 1}` }));
}

export type Answers = Readonly<Record<string, readonly string[]>>;

/** Answers as they are sent: what is blank is none, a number in digits of half width. */
export function answersOf(questions: readonly { id?: string | null; kind?: string | null }[], answers: Answers): Record<string, string[]> {
  return Object.fromEntries(
    questions.flatMap(({ id, kind }) => {
      const values = (answers[id ?? ''] ?? [])
        .filter(value => value.trim() !== '')
        .map(value => (kind === 'number' ? value.normalize('NFKC').trim() : value));
      return values.length > 0 ? [[id ?? '', values]] : [];
    }),
  );
}
