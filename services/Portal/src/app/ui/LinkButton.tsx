import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { buttonClasses } from './Button';

interface Looks extends AnchorHTMLAttributes<HTMLAnchorElement> {
  look?: 'primary' | 'secondary' | 'quiet';
  ref?: Ref<HTMLAnchorElement>;
}

function Anchor({ look = 'primary', className = '', ...rest }: Looks) {
  return <a {...rest} className={`${buttonClasses.base} ${buttonClasses[look]} ${className}`} />;
}

const Created = createLink(Anchor);

/** A link to a page of the Portal that looks like a button. */
export const LinkButton: LinkComponent<typeof Anchor> = props => <Created {...props} />;
