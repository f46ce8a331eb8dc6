import { Button, Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { bridge } from '@/platform/bridge';
import { flowTemplatesMessages } from '../flow-templates.messages';
import { fileNameOf } from '../use-flow-actions';
import { printableFlow } from './printable-flow';
import type { FlowOutline } from './use-flow-outline';

/** The whole flow on paper or as PDF. */
export function PrintMenu({ outline }: { outline: FlowOutline }) {
  const t = useMessages(flowTemplatesMessages);
  const job = {
    html: printableFlow(outline),
    pageSize: 'A4',
    landscape: false,
    suggestedName: `${fileNameOf(outline.title)}.pdf`,
  } as const;
  const print = async () => {
    try {
      if ((await bridge.printOnPaper(job)).printed) showDone(t('printed'));
    } catch (error) {
      showProblem(error);
    }
  };
  const save = async () => {
    try {
      const { saved, name = job.suggestedName } = await bridge.printToPdf(job);
      if (saved) showDone(t('pdfSaved', { name }));
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" data-testid="flow-print" leftSection={<IconPrinter size={16} />}>
          {t('print')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void print()}>{t('printPaper')}</Menu.Item>
        <Menu.Item data-testid="flow-pdf" onClick={() => void save()}>
          {t('printPdf')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
