import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { Form } from 'react-aria-components';
import type { Problem } from '@/api/problem';
import { ProblemNotice } from '../problems/ProblemNotice';

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
    <Form ref={form} onSubmit={submit} validationErrors={mutable(problem?.errors)} className={className} validationBehavior="aria">
      {problem ? <ProblemNotice problem={problem} within={form} /> : null}
      {children}
    </Form>
  );
}

function mutable(errors: Problem['errors'] | undefined): Record<string, string[]> {
  return Object.fromEntries(Object.entries(errors ?? {}).map(([path, said]) => [path, [...said]]));
}
