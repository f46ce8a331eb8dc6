import { Button } from '@mantine/core';
import { SPLIT_AT, type SplitSuggestion } from '@shared/domain/groups/member-class.rules';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import type { ClassStart } from './class-form';
import { classesMessages } from './classes.messages';
import classes from './classes.module.css';

const MOST_SHOWN = 6;

type SplitCardProps = {
  splits: readonly SplitSuggestion[];
  onTake: (fields: NonNullable<ClassStart['fields']>) => void;
};

/** Regions with enough people of one identity for groups of their own. */
export function SplitCard({ splits, onTake }: SplitCardProps) {
  const t = useMessages(classesMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return (
    <Card title={t('splitTitle')}>
      <p className={classes.quiet}>{t('splitText', { count: format.count(SPLIT_AT) })}</p>
      <ul className={classes.splits}>
        {splits.slice(0, MOST_SHOWN).map(({ identity, region, count }) => {
          const name = t('splitName', { region, identity: words(`identity.${identity}`) });
          return (
            <li key={`${identity} ${region}`}>
              <Button
                size="compact-sm"
                variant="light"
                data-testid="class-split"
                onClick={() =>
                  onTake({ name, identities: [identity], channels: [], regions: [region] })
                }
              >
                {t('splitTake', { name, count: format.count(count) })}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
