import { Button, Checkbox, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { type GroupRule, RULE_ENTRY_KINDS } from '@shared/domain/group-life/group-rule.schema';
import { type FormEvent, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { entryDraft, kindOf, withRule } from './entry-draft';
import { addRuleEntries } from './ledger.commands';
import { ledgerMessages } from './ledger.messages';
import { PersonPicker } from './person-picker';
import { rulesMessages } from './rules.messages';
import classes from './rules.module.css';

type EntryFormProps = {
  /** The group, where the screen is of one; otherwise it is chosen. */
  groupId: string | undefined;
  groups: readonly { id: string; name: string }[];
  /** Rules that hold in a group. */
  rulesOf: (groupId: string) => readonly GroupRule[];
  onClose: () => void;
};

/** One entry for one person or several: by a rule, or in own words. */
export function EntryForm({ groupId: fixed, groups, rulesOf, onClose }: EntryFormProps) {
  useReturnFocus();
  const t = useMessages(ledgerMessages);
  const ruleWords = useMessages(rulesMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const [groupId, setGroupId] = useState(
    fixed ?? (groups.length === 1 ? groups[0]?.id : undefined),
  );
  const [draft, setDraft] = useState(entryDraft);
  const [isTried, setTried] = useState(false);
  const set = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });
  const rules = groupId === undefined ? [] : rulesOf(groupId);
  const { memberIds, ruleId, kind, points, cost, isGiven } = draft;
  const what = draft.what.trim();
  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (groupId === undefined || memberIds.length === 0 || what === '') return;
    const value = typeof points === 'number' && points > 0 ? points : undefined;
    try {
      await execute(addRuleEntries, {
        groupId,
        memberIds,
        kind,
        what,
        isGiven,
        ...(ruleId !== undefined && { ruleId }),
        ...(kind === 'reward' && typeof cost === 'number' && { amountFen: Math.round(cost * 100) }),
        ...(value !== undefined && { points: kind === 'reward' ? value : -value }),
      });
      onClose();
      showDone(t('saved', { n: format.count(memberIds.length), what }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('addTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        {fixed === undefined && (
          <Select
            label={t('groupLabel')}
            data-testid="ledger-group"
            data-autofocus
            openOnFocus={false}
            searchable
            data={groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={groupId ?? null}
            error={isTried && groupId === undefined ? t('groupMissing') : undefined}
            onChange={(id) => {
              setGroupId(id ?? undefined);
              set({ memberIds: [] });
            }}
          />
        )}
        {groupId !== undefined && (
          <PersonPicker
            key={groupId}
            groupId={groupId}
            value={memberIds}
            error={isTried && memberIds.length === 0 ? t('peopleMissing') : undefined}
            onChange={(ids) => set({ memberIds: ids })}
          />
        )}
        <Select
          label={t('rule')}
          data-testid="ledger-rule"
          allowDeselect={false}
          data={[
            { value: '', label: t('ownWords') },
            ...rules.map(({ id, polarity, text }) => ({
              value: id,
              label: `${ruleWords(`polarity.${polarity}`)} · ${text}`,
            })),
          ]}
          value={ruleId ?? ''}
          onChange={(id) =>
            setDraft(
              withRule(
                draft,
                rules.find((rule) => rule.id === id),
              ),
            )
          }
        />
        <Select
          label={t('kind')}
          data-testid="ledger-kind"
          allowDeselect={false}
          data={RULE_ENTRY_KINDS.map((value) => ({ value, label: words(`ruleEntry.${value}`) }))}
          value={kind}
          onChange={(value) => set({ kind: kindOf(value, kind) })}
        />
        <TextInput
          label={t('what')}
          data-testid="ledger-what"
          maxLength={300}
          value={draft.what}
          error={isTried && what === '' ? t('whatMissing') : undefined}
          onChange={(event) => set({ what: event.currentTarget.value })}
        />
        {kind !== 'removal' && (
          <NumberInput
            hideControls
            label={t(kind === 'reward' ? 'pointsReward' : 'pointsPenalty')}
            data-testid="ledger-points"
            min={0}
            max={100_000}
            allowDecimal={false}
            value={points}
            onChange={(value) => set({ points: value })}
          />
        )}
        {kind === 'reward' && (
          <NumberInput
            hideControls
            label={t('cost')}
            description={t('costHint')}
            data-testid="ledger-cost"
            min={0}
            max={1_000_000}
            decimalScale={2}
            value={cost}
            onChange={(value) => set({ cost: value })}
          />
        )}
        {kind === 'reward' && (
          <Checkbox
            label={t('isGiven')}
            description={t('isGivenHint')}
            data-testid="ledger-given"
            checked={isGiven}
            onChange={(event) => set({ isGiven: event.currentTarget.checked })}
          />
        )}
        {kind === 'removal' && <p className={classes.doubt}>{t('removalHint')}</p>}
        <span className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" data-testid="ledger-save">
            {t('save')}
          </Button>
        </span>
      </form>
    </Modal>
  );
}
