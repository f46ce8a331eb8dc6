import { Button, Group, Modal, SegmentedControl, Stack } from '@mantine/core';
import {
  DOWNGRADE_RULES,
  type GrowthVersion,
  growthSettingsSchema,
  newestVersion,
} from '@shared/domain/growth/growth-settings.schema';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import type { GrowthOverview, RuleDraft } from '@/workers/growth/growth-types';
import { EarningFields } from './earning-fields';
import { EarningHistory } from './earning-history';
import { saveGrowthRules } from './growth-value.commands';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import { LevelFields } from './level-fields';
import { RuleEffect } from './rule-effect';
import { useLevelName } from './use-growth';

type RulesDialogProps = { overview: GrowthOverview; onClose: () => void };

const isSame = (a: Omit<GrowthVersion, 'from'>, { from: _, ...b }: GrowthVersion) =>
  JSON.stringify([a.points, a.perDay, a.pendingDays, a.expiryMonths]) ===
  JSON.stringify([b.points, b.perDay, b.pendingDays, b.expiryMonths]);

/** What earns how much, what the levels are, and what saving would change. */
export function RulesDialog({ overview, onClose }: RulesDialogProps) {
  useReturnFocus();
  const t = useMessages(growthValueMessages);
  const nameOf = useLevelName();
  const { settings, isProposal } = overview;
  const newest = newestVersion(settings);
  const [earning, setEarning] = useState<Omit<GrowthVersion, 'from'>>(() => {
    const { points, perDay, pendingDays, expiryMonths } = newest;
    return { points, perDay, pendingDays, expiryMonths };
  });
  const [levels, setLevels] = useState(settings.levels);
  const [downgrade, setDowngrade] = useState(settings.downgrade);
  const [problem, setProblem] = useState<string>();
  const isEarningChanged = !isSame(earning, newest);
  const draft: RuleDraft = {
    ...(isEarningChanged || isProposal ? { earning } : {}),
    levels,
    downgrade,
  };
  const isValid =
    growthSettingsSchema.shape.levels.safeParse(levels).success &&
    levels.every((level) => nameOf(level).trim() !== '');

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!isValid) {
      setProblem(t('rulesProblem'));
      return;
    }
    try {
      await execute(saveGrowthRules, draft);
      onClose();
      showDone(t('rulesSaved'), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('rulesTitle')}
      size={640}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form noValidate onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <EarningFields earning={earning} onChange={setEarning} />
          <p className={classes.quiet}>{t(isProposal ? 'fromStart' : 'fromTomorrow')}</p>
          <EarningHistory versions={settings.versions} />
          <LevelFields levels={levels} onChange={setLevels} />
          <h3 className={classes.section}>{t('downgrade')}</h3>
          <SegmentedControl
            size="xs"
            aria-label={t('downgrade')}
            value={downgrade}
            data={DOWNGRADE_RULES.map((value) => ({ value, label: t(`downgrade.${value}`) }))}
            onChange={(value) => setDowngrade(value === 'keep' ? 'keep' : 'follow')}
          />
          <div className={classes.foot}>
            {isValid ? (
              <RuleEffect draft={draft} levels={settings.levels} />
            ) : (
              <div role="alert" className={classes.problem}>
                {t('rulesProblem')}
              </div>
            )}
            {problem !== undefined && isValid && (
              <div role="alert" className={classes.problem}>
                {problem}
              </div>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" data-testid="growth-rules-save" disabled={!isValid}>
                {t('save')}
              </Button>
            </Group>
          </div>
        </Stack>
      </form>
    </Modal>
  );
}
