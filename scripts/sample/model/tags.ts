import type { Identity } from '@shared/domain/members/member.schema';
import type { Persona } from '../personas';
import type { Random } from '../random';

const LIKES: Record<Persona, readonly string[]> = {
  silver: ['早起下单', '爱囤货', '只买蔬菜', '看重价格', '自提', '爱打卡', '热心邻居'],
  youth: ['夜猫子', '爱尝新', '爱晒单', '小红书来的', '一人食', '爱喝咖啡', '拼单达人'],
  middle: ['有娃家庭', '有机控', '看重品质', '送货上门', '周末下单', '会做菜', '企业白领'],
};
const ANYONE = ['老客户', '团长好友', '需电话联系', '对海鲜过敏', '楼长', '常问问题'];

/** What a leader notes down by hand: none for most, seldom more than three. */
export function tagsOf(random: Random, persona: Persona, identity: Identity): readonly string[] {
  if (identity === 'store') return random.isHit(0.6) ? ['门店', '批量拿货'] : ['门店'];
  if (identity === 'online') return ['同行', '分销'];
  const tags = new Set<string>();
  const count = random.isHit(0.45) ? 0 : random.between(1, 3);
  for (let i = 0; i < count; i++) {
    tags.add(random.pick(random.isHit(0.85) ? LIKES[persona] : ANYONE));
  }
  return [...tags];
}
