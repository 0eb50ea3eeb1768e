import { useTexts } from '@/app/language';
import { Mark } from '@/app/ui/marks';
import { statusOf } from './state';
import { texts } from './texts';

const looks: Record<string, string> = {
  awaitingApproval: 'border-orange-1000 bg-white text-orange-1000',
  released: 'border-green-900 bg-white text-green-900',
  refused: 'border-solid-gray-600 bg-white text-solid-gray-800',
  blocked: 'border-red-1000 bg-white text-red-1000',
};

export function StatusMark({ status }: { status: string }) {
  const t = useTexts(texts);
  return <Mark {...(looks[status] ? { className: looks[status] } : {})}>{t(`status.${statusOf(status)}`)}</Mark>;
}
