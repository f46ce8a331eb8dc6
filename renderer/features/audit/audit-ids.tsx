import { Kbd, SegmentedControl, TextInput } from '@mantine/core';
import { IDENTITIES, type Identity, type Member } from '@shared/domain/members/member.schema';
import { AUDIT_ID_FIELDS, type AuditIdField } from '@shared/domain/sop/audit.rules';
import type { IdConflict, IdSuggestion } from '@shared/domain/sop/audit-match.rules';
import type { KeyboardEvent } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import { type Draft, readPhone, shownPhone } from './audit-draft';

type AuditIdsProps = {
  draft: Draft;
  member: Member;
  isMasked: boolean;
  suggestions: readonly IdSuggestion[];
  conflicts: readonly IdConflict[];
  onChange: (patch: Partial<Draft>) => void;
};

/** The four identifiers with what the roster suggests for each, identity and region. */
export function AuditIds(props: AuditIdsProps) {
  const { draft, onChange } = props;
  const t = useMessages(auditMessages);
  const words = useMessages(wordsMessages);
  return (
    <>
      <div className={classes.ids}>
        {AUDIT_ID_FIELDS.map((field, at) => (
          <IdField key={field} field={field} at={at + 1} {...props} />
        ))}
      </div>
      <div className={classes.line}>
        <div data-field="identity">
          <span className={classes.label}>
            {t('identity')} <Kbd size="xs">5</Kbd>
          </span>
          <SegmentedControl
            size="xs"
            aria-label={t('identity')}
            data={IDENTITIES.map((value) => ({ value, label: words(`identity.${value}`) }))}
            value={draft.identity}
            onChange={(value) => onChange({ identity: identityOf(value) })}
          />
        </div>
        <TextInput
          size="xs"
          label={<FieldLabel name={t('region')} at={6} />}
          placeholder={t('regionHint')}
          data-field="region"
          data-mantine-stop-propagation
          maxLength={100}
          value={draft.region}
          onChange={(event) => onChange({ region: event.currentTarget.value })}
          onKeyDown={leaveField}
        />
      </div>
      {draft.identity === 'unknown' && <p className={classes.quiet}>{t('identityNeeded')}</p>}
    </>
  );
}

function IdField({
  field,
  at,
  draft,
  member,
  isMasked,
  suggestions,
  conflicts,
  onChange,
}: AuditIdsProps & { field: AuditIdField; at: number }) {
  const t = useMessages(auditMessages);
  const format = useFormat();
  const conflict = conflicts.find((it) => it.field === field);
  const isWrong = field === 'phone' && readPhone(draft.phone) === undefined;
  const isHidden = field === 'phone' && isMasked && draft.phone !== '';
  const hint = field === 'phone' && member.phoneMasked ? member.phoneMasked : t('idMissing');
  return (
    <div>
      <TextInput
        size="xs"
        label={<FieldLabel name={t(`id.${field}`)} at={at} />}
        placeholder={hint}
        data-field={field}
        data-mantine-stop-propagation
        data-testid={`audit-id-${field}`}
        maxLength={field === 'groupNickname' ? 200 : 100}
        readOnly={isHidden}
        title={isHidden ? t('phoneHidden') : undefined}
        value={
          isHidden ? (format.phone(readPhone(draft.phone) ?? draft.phone) ?? '') : draft[field]
        }
        error={isWrong ? t('phoneWrong') : undefined}
        onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        onKeyDown={leaveField}
      />
      {conflict && (
        <p className={classes.conflict} role="alert" data-testid="audit-conflict">
          {t('conflict', {
            field: t(`id.${field}`),
            value: field === 'phone' ? format.phone(conflict.value) : conflict.value,
            name: conflict.name,
          })}
        </p>
      )}
      {suggestions
        .filter((it) => it.field === field)
        .map((suggestion) => (
          <Suggestion
            key={suggestion.value}
            suggestion={suggestion}
            onTake={(value) => onChange({ [field]: value })}
          />
        ))}
    </div>
  );
}

function Suggestion({
  suggestion,
  onTake,
}: {
  suggestion: IdSuggestion;
  onTake: (value: string) => void;
}) {
  const t = useMessages(auditMessages);
  const format = useFormat();
  const { field, value, from, reasons, strength } = suggestion;
  const why = reasons.map((reason) => t(`reason.${reason}`)).join(' · ');
  return (
    <button
      type="button"
      className={classes.suggestion}
      data-strength={strength}
      data-testid="audit-suggestion"
      onClick={() => onTake(field === 'phone' ? shownPhone(value) : value)}
    >
      <span className={classes.value}>{field === 'phone' ? format.phone(value) : value}</span>
      <span className={classes.quiet}>
        {[from && t('ofMember', { name: from.name }), why, t(`strength.${strength}`)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={classes.take}>{t('take')}</span>
    </button>
  );
}

const FieldLabel = ({ name, at }: { name: string; at: number }) => (
  <>
    {name} <Kbd size="xs">{at}</Kbd>
  </>
);

/** Back to the single keys that decide. */
function leaveField(event: KeyboardEvent<HTMLInputElement>): void {
  const isDone = event.key === 'Enter' || event.key === 'Escape';
  if (!isDone || event.nativeEvent.isComposing) return;
  event.currentTarget.closest('article')?.focus({ preventScroll: true });
}

const identityOf = (value: string): Identity =>
  IDENTITIES.find((identity) => identity === value) ?? 'unknown';
