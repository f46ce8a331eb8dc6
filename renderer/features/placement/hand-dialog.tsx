import { Button, Modal, TextInput } from '@mantine/core';
import { planByHand, type Refused } from '@shared/domain/groups/placement.rules';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { GroupForm, placeMembers } from '@/features/groups/index';
import { GroupPicker } from './group-picker';
import { placementMessages } from './placement.messages';
import classes from './placement.module.css';
import type { ApprovedPerson } from './placement.queries';
import { RefusedPeople } from './refused-people';
import type { PlanView } from './use-plan';

type HandDialogProps = {
  runId: string;
  view: PlanView;
  people: readonly ApprovedPerson[];
  isOpen: boolean;
  onClose: () => void;
  onDone: (refused: readonly Refused[]) => void;
};

/** Ticked people into one group chosen by hand; what the rules say is shown before it happens. */
export function HandDialog({ runId, view, people, isOpen, onClose, onDone }: HandDialogProps) {
  const t = useMessages(placementMessages);
  const format = useFormat();
  const [groupId, setGroupId] = useState<string>();
  const [isCreating, setCreating] = useState(false);
  const [why, setWhy] = useState('');
  const room = view.groups.find(({ group }) => group.id === groupId);
  const ids = useMemo(() => new Set(people.map(({ member }) => member.id)), [people]);
  const candidates = view.candidates.filter(({ memberId }) => ids.has(memberId));
  const { classes: known, rules } = view.book;
  const strict = room && planByHand(candidates, room, known, rules);
  const isOverridable = strict?.refused.some(({ reason }) => reason.endsWith('Differs')) ?? false;
  const plan = room && planByHand(candidates, room, known, rules, why.trim() !== '');
  const place = async () => {
    if (!room || !plan) return;
    try {
      const done = await execute(placeMembers, {
        language: currentLanguage() === 'en' ? 'en' : 'zh',
        runId,
        groupId: room.group.id,
        memberIds: plan.placed.map(({ memberId }) => memberId),
        ...(why.trim() && { overrideReason: why.trim() }),
      });
      if (done.placed.length > 0) {
        const words = { count: format.count(done.placed.length), group: room.group.name };
        showDone(t('placedToast', words), { undo: true });
      }
      onDone(done.refused);
    } catch (error) {
      showProblem(error);
    }
  };
  const [first] = people;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="lg"
      title={t('handTitle', { count: format.count(people.length) })}
    >
      {isCreating ? (
        <GroupForm
          start={first ? { identity: first.member.identity } : {}}
          onCancel={() => setCreating(false)}
          onSaved={(id) => {
            setCreating(false);
            setGroupId(id);
          }}
        />
      ) : (
        <div className={classes.hand}>
          <div className={classes.headingRow}>
            <h4 className={classes.subheading}>{t('pickGroup')}</h4>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              onClick={() => setCreating(true)}
            >
              {t('newGroup')}
            </Button>
          </div>
          <GroupPicker
            groups={view.groups.filter(({ group }) => group.phase !== 'dissolved')}
            known={known}
            likely={first?.member.identity}
            value={groupId}
            onChange={setGroupId}
          />
          {plan && plan.refused.length > 0 && (
            <RefusedPeople
              title={t('refusedTitle', { count: format.count(plan.refused.length) })}
              groups={view.groups}
              refused={plan.refused.flatMap((refused) => {
                const person = view.approved.get(refused.memberId)?.member;
                return person ? [{ refused, person }] : [];
              })}
            />
          )}
          {isOverridable && (
            <TextInput
              label={t('overrideWhy')}
              description={t('overrideHint')}
              data-testid="placement-override"
              maxLength={300}
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
            />
          )}
          <div className={classes.line}>
            <Button
              data-testid="placement-hand-place"
              disabled={!plan || plan.placed.length === 0}
              onClick={() => void place()}
            >
              {t('place', { count: format.count(plan?.placed.length ?? 0) })}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
