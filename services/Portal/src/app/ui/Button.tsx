import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

export const buttonClasses = {
  base: 'inline-flex min-h-11 items-center justify-center gap-2 rounded-lg px-4 py-2 text-base leading-snug font-bold select-none data-disabled:cursor-not-allowed',
  primary:
    'border border-transparent bg-blue-900 text-white hover:bg-blue-1000 hover:underline data-pressed:bg-blue-1200 data-disabled:bg-solid-gray-300 data-disabled:text-solid-gray-800',
  secondary:
    'border border-blue-900 bg-white text-blue-900 hover:bg-blue-200 hover:text-blue-1000 hover:underline data-pressed:bg-blue-300 data-disabled:border-solid-gray-420 data-disabled:text-solid-gray-600',
  quiet:
    'text-blue-900 underline underline-offset-4 hover:bg-blue-50 hover:text-blue-1000 data-pressed:bg-blue-100 data-disabled:text-solid-gray-600',
  danger:
    'border border-transparent bg-red-900 text-white hover:bg-red-1000 hover:underline data-pressed:bg-red-1200 data-disabled:bg-solid-gray-300 data-disabled:text-solid-gray-800',
} as const;

export interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  className?: string;
}

/** A button in the Digital Agency's look. `isPending` keeps its place in the order of focus while a write is under way. */
export function Button({ look = 'primary', className = '', ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={`${buttonClasses.base} ${buttonClasses[look]} ${className}`} />;
}
