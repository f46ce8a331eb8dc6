import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { FLOW_FILE_ENDING, writeFlowFile } from '@shared/domain/sop/template-file.rules';
import { useLocation } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { execute } from '@/db/client';
import { bridge } from '@/platform/bridge';
import { archiveFlow, createFlow, restoreFlow, startDraft } from './flow-templates.commands';
import { flowTemplatesMessages } from './flow-templates.messages';

const LONGEST_FILE_NAME = 80;

/** The name as a file may bear it on any system. */
export const fileNameOf = (name: string) =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, LONGEST_FILE_NAME) || 'flow';

/** What one does with a flow wherever it is shown. */
export function useFlowActions() {
  const t = useMessages(flowTemplatesMessages);
  const say = useBilingual();
  const [, navigate] = useLocation();
  const done = (work: Promise<unknown>) => void work.catch(showProblem);
  const editorOf = (key: string) => `/sop/templates/${encodeURIComponent(key)}/edit`;

  return {
    edit: (key: string) => done(execute(startDraft, { key }).then(() => navigate(editorOf(key)))),
    create: () =>
      done(
        execute(createFlow, { name: { zh: t('newName'), en: '' } }).then(({ key }) =>
          navigate(editorOf(key)),
        ),
      ),
    copy: (template: SopTemplate) => {
      const name = { zh: t('copyName', { name: say(template.name) }), en: '' };
      done(
        execute(createFlow, { name, fromKey: template.key }).then(({ key }) =>
          navigate(editorOf(key)),
        ),
      );
    },
    archive: (template: SopTemplate) => {
      const { key, name } = template;
      done(
        execute(archiveFlow, { key }).then(() =>
          showDone(t('archived', { name: say(name) }), { undo: true }),
        ),
      );
    },
    restore: (key: string) => done(execute(restoreFlow, { key })),
    exportFile: (template: SopTemplate) => {
      const bytes = new TextEncoder().encode(writeFlowFile(template));
      const wanted = `${fileNameOf(say(template.name))}${FLOW_FILE_ENDING}`;
      done(
        bridge.saveFile(wanted, bytes).then(({ saved, name = wanted }) => {
          if (saved) showDone(t('exported', { name }));
        }),
      );
    },
  };
}
