import { expect, it } from 'vitest';
import { planDocument } from './plan-sheet';

const line = {
  name: '小河<b>店长</b>',
  identity: '门店',
  region: '',
  phone: '138****8001',
  from: '一群',
  to: '二群',
  why: '下单 3',
  state: '待邀请',
  reason: '',
  at: '',
  by: '',
  invitation: '第一行\n第二行 "到"',
};

it('writes a row for each person with the columns asked for, and nothing of them as markup', () => {
  const html = planDocument({
    language: 'zh-CN',
    title: '转移计划 · A&B',
    intro: ['为什么 <收尾>'],
    columns: [
      { key: 'name', title: '谁' },
      { key: 'phone', title: '手机' },
      { key: 'invitation', title: '邀请语' },
    ],
    lines: [line, { ...line, name: '小山' }],
    foot: '2 人',
  });
  expect(html.match(/<tr>/g)).toHaveLength(3);
  expect(html).toContain('小河&lt;b&gt;店长&lt;/b&gt;');
  expect(html).toContain('转移计划 · A&amp;B');
  expect(html).toContain('为什么 &lt;收尾&gt;');
  expect(html).toContain('第一行\n第二行 &quot;到&quot;');
  expect(html).toContain('138****8001');
  expect(html).not.toContain('门店');
});
