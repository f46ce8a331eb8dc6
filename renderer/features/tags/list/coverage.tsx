import { Progress } from '@mantine/core';
import { accuracyOf, CASE_ACCURACY } from '@shared/domain/tags/spot-check.rules';
import type { SpotCheck } from '@shared/domain/tags/spot-check.schema';
import { TAG_KINDS, type Tag } from '@shared/domain/tags/tag.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Why } from '@/ui/why';
import { AccuracyWords } from '../accuracy-words';
import { tagsMessages } from '../tags.messages';
import classes from './tag-list.module.css';
import { isOn, WANTED } from './tag-view';
import type { TagPeople } from './use-tag-figures';

type CoverageProps = {
  tags: readonly Tag[];
  figures: TagPeople | undefined;
  checks: readonly SpotCheck[];
};

/** How full the library is, how many people it reaches, and how often it is right. */
export function Coverage({ tags, figures, checks }: CoverageProps) {
  const t = useMessages(tagsMessages);
  const format = useFormat();
  const accuracy = accuracyOf(checks);
  return (
    <div className={classes.coverage} data-testid="tags-coverage">
      {TAG_KINDS.map((kind) => {
        const ready = tags.filter((tag) => tag.kind === kind && tag.rule);
        const min = WANTED[kind];
        return (
          <div key={kind} data-testid={`coverage-${kind}`} data-count={ready.length}>
            <h3>{t(`kind.${kind}`)}</h3>
            <strong>{t('onOf', { on: ready.filter(isOn).length })}</strong>
            <Progress
              size="xs"
              value={Math.min(100, (ready.length / min) * 100)}
              aria-label={t('coverage')}
            />
            <span>{t('ready', { n: ready.length, min })}</span>
          </div>
        );
      })}
      <div data-testid="tags-tagged" data-count={figures?.tagged ?? 0}>
        <h3>
          {t('carriers')} <Why word={t('whyWord')}>{t('whyCarriers')}</Why>
        </h3>
        <strong>{figures ? format.count(figures.tagged) : '…'}</strong>
        <span>
          {figures && figures.members > 0
            ? `${t('carriersOf', { of: format.count(figures.members) })} · ${format.percent(figures.tagged / figures.members, figures.members)}`
            : t('noMembers')}
        </span>
      </div>
      <div data-testid="tags-accuracy" data-n={accuracy.n}>
        <h3>
          {t('overall')} <Why word={t('whyWord')}>{t('whyAccuracy')}</Why>
        </h3>
        <strong>
          <AccuracyWords accuracy={accuracy} />
        </strong>
        <span className={classes.reference}>
          {t('caseReference', { rate: format.percent(CASE_ACCURACY) })}
        </span>
      </div>
    </div>
  );
}
