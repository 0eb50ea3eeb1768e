import { useTexts } from '../language';
import { texts } from '../texts';
import { LinkButton } from '../ui/LinkButton';
import { Page } from '../ui/Page';

/** There is no such page, or none for this person: the two look the same (invariant I2). */
export function NotFound() {
  const t = useTexts(texts);
  return (
    <Page title={t('problem.notFound')}>
      <p className="mb-6">{t('problem.notFoundDetail')}</p>
      <LinkButton to="/">{t('problem.home')}</LinkButton>
    </Page>
  );
}

/** A page that none of the person's roles has. */
export function Forbidden() {
  const t = useTexts(texts);
  return (
    <Page title={t('problem.forbidden')}>
      <p className="mb-6">{t('problem.forbiddenDetail')}</p>
      <LinkButton to="/">{t('problem.home')}</LinkButton>
    </Page>
  );
}
