import { Button } from '@mantine/core';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { IconLayersSubtract } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { AddCondition } from './add-condition';
import { builderMessages } from './builder.messages';
import { useBuilder } from './builder-context';
import { OneField } from './fields/one-field';
import { HeldField } from './held-field';
import { PartMenu } from './part-menu';
import { Remarks } from './remarks';
import classes from './rule-builder.module.css';
import { RuleCondition } from './rule-condition';
import {
  addPart,
  type GroupRule,
  isGroup,
  isNot,
  MOST_PARTS,
  type RulePath,
  replaceAt,
  setGroupKind,
  toggleNot,
  unwrap,
} from './rule-edit';

const MODES = ['all', 'any', 'none', 'notAll'] as const;
type Mode = (typeof MODES)[number];

const modeOf = (kind: GroupRule['kind'], isTurned: boolean): Mode => {
  if (isTurned) return kind === 'any' ? 'none' : 'notAll';
  return kind;
};

/** A group with what is around it; `path` is where its outermost wrapper lies. */
export function RuleGroup({ rule, path }: { rule: Rule; path: RulePath }) {
  const t = useMessages(builderMessages);
  const { root, change, remarksAt } = useBuilder();
  const { core, corePath } = unwrap(rule, path);
  if (!isGroup(core)) return null;
  const isRoot = path.length === 0;
  const mode = modeOf(core.kind, isNot(rule));

  function choose(next: Mode) {
    const kind = next === 'all' || next === 'notAll' ? 'all' : 'any';
    const isTurned = next === 'none' || next === 'notAll';
    const withKind = setGroupKind(root, corePath, kind);
    change(
      isTurned === isNot(rule) ? withKind : replaceAt(withKind, path, (part) => toggleNot(part)),
    );
  }

  return (
    <fieldset className={classes.group} data-root={isRoot} data-testid="rule-group">
      <legend className={classes.hidden}>{t('modeLabel')}</legend>
      <div className={classes.groupHead}>
        <OneField
          label={t('modeLabel')}
          widthPx={132}
          value={mode}
          options={isRoot ? MODES.slice(0, 2) : MODES}
          say={(it) => t(`mode.${it}`)}
          onChange={choose}
        />
        {!isRoot && <HeldField rule={rule} path={path} />}
        <span className={classes.gap} />
        {!isRoot && <PartMenu rule={rule} path={path} />}
      </div>
      <Remarks remarks={[...remarksAt(path), ...(corePath === path ? [] : remarksAt(corePath))]} />
      {core.of.length === 0 && (
        <p className={classes.quiet}>{t(core.kind === 'all' ? 'emptyAll' : 'emptyAny')}</p>
      )}
      {core.of.map((part, i) => {
        const at = [...corePath, i];
        const Part = isGroup(unwrap(part, at).core) ? RuleGroup : RuleCondition;
        return <Part key={at.join('.')} rule={part} path={at} />;
      })}
      {core.of.length < MOST_PARTS && (
        <div className={classes.adding}>
          <AddCondition
            onAdd={(condition) =>
              change(addPart(root, corePath, condition), [...corePath, core.of.length])
            }
          />
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconLayersSubtract size={14} stroke={1.75} />}
            data-testid="rule-add-group"
            onClick={() =>
              change(addPart(root, corePath, { kind: 'any', of: [] }), [
                ...corePath,
                core.of.length,
              ])
            }
          >
            {t('addGroup')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
