import i18next from 'i18next';
import { useCallback, useSyncExternalStore } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';

export type Language = 'ja' | 'en';

/** Texts by key, nested as one likes. A text with a count has the keys x_one and x_other and is asked for as x. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** The same keys, whatever they say. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

type Counted<K extends string> = K extends `${infer Name}_one` | `${infer Name}_other` ? Name : K;
export type KeyOf<T> = { [K in keyof T & string]: T[K] extends string ? Counted<K> : `${K}.${KeyOf<T[K]>}` }[keyof T & string];

export interface Texts<T extends TextTree> {
  readonly namespace: string;
  readonly ja: T;
  readonly en: SameKeys<T>;
}

export type Values = Record<string, string | number>;
export type Say<T extends TextTree> = (key: KeyOf<T>, values?: Values) => string;

const kept = 'ceptoarhub.language';

function firstLanguage(): Language {
  // a choice of the reader, nothing of content
  const chosen = localStorage.getItem(kept);
  if (chosen === 'ja' || chosen === 'en') return chosen;
  return navigator.languages.find(language => /^(ja|en)\b/.test(language))?.startsWith('en') ? 'en' : 'ja';
}

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  defaultNS: false,
  resources: {},
  interpolation: { escapeValue: false },
  initAsync: false,
});
document.documentElement.lang = i18next.language;

/** The texts of one part of the Portal, a namespace of its own. */
export function defineTexts<T extends TextTree>(namespace: string, texts: { ja: T; en: SameKeys<T> }): Texts<T> {
  i18next.addResourceBundle('ja', namespace, texts.ja);
  i18next.addResourceBundle('en', namespace, texts.en);
  return { namespace, ...texts };
}

export function useTexts<T extends TextTree>(texts: Texts<T>): Say<T> {
  const { t } = useTranslation(texts.namespace);
  return useCallback((key, values) => t(key, values ?? {}), [t]);
}

/** For what is no component. */
export function say<T extends TextTree>(texts: Texts<T>, key: KeyOf<T>, values?: Values): string {
  return i18next.t(key, { ns: texts.namespace, ...values });
}

export function language(): Language {
  return i18next.language as Language;
}

export function useLanguage(): Language {
  return useSyncExternalStore(whenLanguageChanges, language);
}

export function whenLanguageChanges(hear: () => void): () => void {
  i18next.on('languageChanged', hear);
  return () => i18next.off('languageChanged', hear);
}

export async function changeLanguage(next: Language): Promise<void> {
  localStorage.setItem(kept, next);
  await i18next.changeLanguage(next);
  document.documentElement.lang = next;
}
