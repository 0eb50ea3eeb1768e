import { type ReactNode, useId } from 'react';

/** A part of a page under a heading of its own, which names it to a screen reader, too. */
export function Card({ title, children, className = '' }: { title: ReactNode; children: ReactNode; className?: string }) {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}
