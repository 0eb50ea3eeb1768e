import { type ReactNode, useState } from 'react';
import type { Problem } from '@/api/problem';
import { useTexts } from '../language';
import { ProblemNotice } from '../problems/ProblemNotice';
import { texts } from '../texts';
import { Button, type ButtonProps } from './Button';
import { Dialogue } from './Dialogue';

/** A button that first says what it does and to whom, and does it at the second press. `done` closes it. */
export function Confirm({
  label,
  question,
  children,
  problem,
  isPending,
  done,
  danger = false,
  onConfirm,
  ...rest
}: {
  label: string;
  question: string;
  children: ReactNode;
  problem: Problem | null;
  isPending: boolean;
  done: boolean;
  danger?: boolean;
  onConfirm: () => void;
} & Pick<ButtonProps, 'look' | 'className' | 'aria-label'>) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        look="secondary"
        {...rest}
        onPress={() => {
          setAsked(false);
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialogue title={question} isOpen={open && !(asked && done)} onClose={() => setOpen(false)}>
        <div className="flex flex-col gap-4">
          {problem && asked ? <ProblemNotice problem={problem} /> : null}
          {children}
          <div className="flex flex-wrap gap-3">
            <Button
              look={danger ? 'danger' : 'primary'}
              isPending={isPending}
              onPress={() => {
                setAsked(true);
                onConfirm();
              }}
            >
              {label}
            </Button>
            <Button look="quiet" onPress={() => setOpen(false)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      </Dialogue>
    </>
  );
}
