import type { Membership } from '@shared/domain/groups/group.schema';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

const PRODUCTS =
  '秋月梨 小青菜 土鸡蛋 老豆腐 海鲈鱼 草莓 蓝莓 番茄 黄瓜 西兰花 玉米 红薯 山药 莲藕 冬瓜 苹果 橙子 香蕉 葡萄 车厘子 牛腩 排骨 五花肉 鸡翅 基围虾'.split(
    ' ',
  );
const ASKED =
  '怎么退 几点到 多少钱 能放几天 哪里产的 怎么做 有没有货 怎么挑 能不能改地址 几点截单'.split(' ');
const PLACES =
  '浦东 徐汇 普陀 闵行 静安 长宁 杨浦 虹口 宝山 嘉定 青浦 松江 奉贤 金山 崇明 黄浦 花桥 太仓 昆山 嘉善'.split(
    ' ',
  );

/** Five thousand entries whose words begin alike and mean different things. */
const fillReplies = defineCommand({
  name: 'bench.fillReplies',
  input: z.object({}),
  entities: ['replies'],
  label: () => ({ zh: '填充关键词', en: 'Fill the keywords' }),
  run: async (tx) => {
    const words = PLACES.flatMap((place) =>
      PRODUCTS.flatMap((product) => ASKED.map((asked) => ({ place, product, asked }))),
    );
    for (const { place, product, asked } of words) {
      await tx.create('replies', {
        id: tx.newId(),
        keyword: `${place}${product}${asked}`,
        synonyms: [`${product}${asked}`, `${place}的${product}`],
        answer: `{称呼}您好，${place}的${product}：请看群公告，或在自提点问店长。`,
        changedAt: tx.now,
      });
    }
    return words.length;
  },
});

/** Every twentieth of these people is inside a second group as well. */
const fillSeconds = defineCommand({
  name: 'bench.fillSeconds',
  input: z.object({ stays: z.array(z.object({ memberId: z.string(), groupId: z.string() })) }),
  entities: ['memberships'],
  label: () => ({ zh: '填充第二个群', en: 'Fill second groups' }),
  run: async (tx, { stays }) => {
    const rows = stays.map(({ memberId, groupId }): Membership => {
      const id = joinId(memberId, groupId);
      return { id, memberId, groupId, role: 'ordinary', joinedAt: tx.now };
    });
    await tx.bulkCreate(
      'memberships',
      rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  },
});

export const GROUP_PEOPLE_COMMANDS = [fillReplies, fillSeconds];
