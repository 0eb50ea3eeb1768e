import { type ReactNode, useEffect, useRef } from 'react';
import { useTitle } from '../title';

/** Set once a page has been left for another: the first one opened must not take the focus from the browser. */
let moved = false;

/** A page: its heading takes the focus when one comes to it, and its title stands in the browser's. */
export function Page({ title, above, children, aside }: { title: string; above?: ReactNode; children: ReactNode; aside?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    if (moved) heading.current?.focus({ preventScroll: true });
    return () => {
      moved = true;
    };
  }, []);
  return (
    <>
      {above}
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 ref={heading} tabIndex={-1} className="text-2xl md:text-3xl">
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </>
  );
}
