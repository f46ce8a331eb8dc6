import type { Random } from './random';

export type Community = {
  name: string;
  province: string;
  city: string;
  district: string;
  road: string;
  roadNo: number;
  /** Shanghai counts 弄 and 号; elsewhere a community has 幢 and 单元. */
  style: 'lane' | 'block';
  buildings: number;
  floors: number;
  pickup: string;
};

const lane = (name: string, district: string, road: string, roadNo: number): Community => ({
  name,
  province: '上海市',
  city: '上海市',
  district,
  road,
  roadNo,
  style: 'lane',
  buildings: 36,
  floors: 11,
  pickup: `${name}东门自提点`,
});

const block = (
  [province, city, district]: readonly [string, string, string],
  name: string,
  road: string,
  roadNo: number,
): Community => ({
  name,
  province,
  city,
  district,
  road,
  roadNo,
  style: 'block',
  buildings: 24,
  floors: 18,
  pickup: `${name}南门自提点`,
});

/** Invented communities in real districts, the biggest first. */
export const COMMUNITIES: readonly Community[] = [
  lane('锦和家园', '浦东新区', '锦和路', 388),
  lane('沁春苑', '闵行区', '沁春路', 168),
  lane('云锦新村', '徐汇区', '云锦路', 59),
  block(['浙江省', '杭州市', '西湖区'], '翠荷雅苑', '翠荷路', 126),
  lane('桃浦新家园', '普陀区', '桃李路', 701),
  block(['浙江省', '杭州市', '滨江区'], '江畔明月府', '闻潮路', 88),
  lane('杨柳新苑', '杨浦区', '杨柳青支路', 255),
  block(['江苏省', '苏州市', '工业园区'], '湖东雅居', '东沙湖路', 19),
  lane('九亭花语', '松江区', '花语路', 1299),
  block(['江苏省', '南京市', '建邺区'], '奥体和园', '云帆路', 7),
  lane('嘉禾名邸', '嘉定区', '嘉禾路', 830),
  block(['浙江省', '杭州市', '余杭区'], '良渚田园', '古墩北路', 620),
];

export type Home = { address: string; short: string };

/** Where somebody lives: the whole address and the way it stands before a name in the group. */
export function home(random: Random, community: Community): Home {
  const building = random.between(1, community.buildings);
  const floor = random.between(1, community.floors);
  const room = `${floor}0${random.between(1, community.style === 'lane' ? 4 : 3)}`;
  const start = `${community.province === community.city ? '' : community.province}${community.city}${community.district}`;
  if (community.style === 'lane') {
    return {
      address: `${start}${community.road}${community.roadNo}弄${community.name}${building}幢${building * 2 + (floor % 2)}号${room}室`,
      short: `${building}-${room}`,
    };
  }
  const unit = random.between(1, 3);
  return {
    address: `${start}${community.road}${community.roadNo}号${community.name}${building}幢${unit}单元${room}室`,
    short: `${building}幢${room}`,
  };
}
