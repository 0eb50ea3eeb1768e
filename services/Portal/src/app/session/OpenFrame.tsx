import type { ReactNode } from 'react';
import { LanguageButton } from '../LanguageButton';

/** Stands around the pages for who is not signed in. */
export function OpenFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="not-printed border-b border-solid-gray-420 bg-white">
        <div className="mx-auto flex max-w-3xl items-center justify-between gap-4 px-4 py-2">
          <span className="flex items-center gap-2 text-lg font-bold text-blue-1200">
            <img src="/favicon.svg" alt="" width="28" height="28" />
            CeptoarHub
          </span>
          <LanguageButton />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-3xl px-4 py-8">
        {children}
      </main>
    </>
  );
}
