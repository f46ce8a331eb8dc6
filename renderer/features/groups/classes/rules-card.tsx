import { Checkbox, NumberInput } from '@mantine/core';
import { isForbiddenPair } from '@shared/domain/groups/entry.rules';
import type { PlacementRules } from '@shared/domain/groups/placement-settings.schema';
import { IDENTITIES, type Identity } from '@shared/domain/members/member.schema';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { Card } from '@/ui/card';
import { savePlacementRules } from '../classes.commands';
import { classesMessages } from './classes.messages';
import classes from './classes.module.css';

/** Each pair once: the lower half of the square. */
const ROWS = IDENTITIES.slice(1);
const COLUMNS = IDENTITIES.slice(0, -1);

/** Which identities never share a group, and the platform's figures; each change at once. */
export function RulesCard({ rules }: { rules: PlacementRules }) {
  const t = useMessages(classesMessages);
  const words = useMessages(wordsMessages);
  const save = async (patch: Partial<PlacementRules>) => {
    try {
      await execute(savePlacementRules, { rules: { ...rules, ...patch } });
      showDone(t('rulesSaved'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const forbid = (one: Identity, other: Identity, isForbidden: boolean) => {
    const others = rules.forbiddenPairs.filter(
      ([a, b]) => !((a === one && b === other) || (a === other && b === one)),
    );
    void save({ forbiddenPairs: isForbidden ? [...others, [one, other]] : others });
  };
  const figure = (key: 'capacity' | 'scanLimit') => (
    <NumberInput
      key={`${key} ${rules[key]}`}
      label={t(key)}
      w={160}
      hideControls
      min={1}
      max={100_000}
      allowDecimal={false}
      defaultValue={rules[key]}
      onBlur={(event) => {
        const value = Number(event.currentTarget.value);
        if (Number.isInteger(value) && value >= 1 && value !== rules[key]) {
          void save({ [key]: value });
        }
      }}
    />
  );
  return (
    <Card title={t('rulesTitle')}>
      <p className={classes.quiet}>{t('rulesText')}</p>
      <table className={classes.matrix} data-testid="class-matrix">
        <thead>
          <tr>
            <td />
            {COLUMNS.map((identity) => (
              <th key={identity} scope="col">
                {words(`identity.${identity}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{words(`identity.${row}`)}</th>
              {COLUMNS.map((column) => (
                <td key={column}>
                  {IDENTITIES.indexOf(column) < IDENTITIES.indexOf(row) && (
                    <Checkbox
                      size="xs"
                      aria-label={t('pair', {
                        one: words(`identity.${row}`),
                        other: words(`identity.${column}`),
                      })}
                      data-testid={`pair-${row}-${column}`}
                      checked={isForbiddenPair(rules, row, column)}
                      onChange={(event) => forbid(row, column, event.currentTarget.checked)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Checkbox
        size="xs"
        label={t('unknownBarred')}
        checked={rules.isUnknownBarred}
        onChange={(event) => void save({ isUnknownBarred: event.currentTarget.checked })}
      />
      <div className={classes.figures}>
        {figure('capacity')}
        {figure('scanLimit')}
      </div>
    </Card>
  );
}
