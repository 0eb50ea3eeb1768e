import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from '@/api/problem';
import { useTexts } from '../language';
import { ProblemNotice } from '../problems/ProblemNotice';
import { texts } from '../texts';
import { FieldErrors } from './fieldErrors';

/** A form whose refusal by the hub is shown at its fields, by their names, and above them where it concerns none; the focus goes to the first. */
export function HubForm({
  problem,
  onSubmit,
  children,
  className = 'flex flex-col gap-6',
}: {
  problem: Problem | null | undefined;
  onSubmit: () => void;
  children: ReactNode;
  className?: string;
}) {
  const t = useTexts(texts);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!problem) return;
    const wrong = [...(form.current?.elements ?? [])].find(
      e => e instanceof HTMLElement && e.getAttribute('name') && problem.errors[e.getAttribute('name') ?? ''],
    );
    if (wrong instanceof HTMLElement) wrong.focus();
  }, [problem]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <FieldErrors value={atFields(problem?.errors, t('problem.thisEntry'))}>
      <form ref={form} onSubmit={submit} className={className} noValidate>
        {problem ? <ProblemNotice problem={problem} within={form} /> : null}
        {children}
      </form>
    </FieldErrors>
  );
}

/** What is said stands at its field, so it need not name it by its path. */
function atFields(errors: Problem['errors'] | undefined, thisEntry: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(errors ?? {}).map(([path, said]) => [path, said.map(s => s.replace(/^'[A-Za-z0-9.[\]]+' ?/, thisEntry))]),
  );
}
