import type { Category } from '#shared/vocabulary';

/** What an activity of a category usually says: a beginning to be changed, never more than the fields allow. */
export type Template = { title: string; description: string; risks: string };

const indoors = '室内活动，无特殊风险。请留意用电、用水安全和地面湿滑，听从现场组织者安排。';
const outdoors = '户外活动，请留意天气、车辆和台阶，穿防滑鞋，自带饮水；身体不适请立即告诉组织者。';
const withChildren =
  '与未成年人同处，始终两人以上在场；不单独带离、不拍照外传；发现受伤或走失立即告诉组织者和监护人。';
const withElders =
  '上门或陪伴老人时两人同行；不代管财物、不代服药；老人身体不适立即拨打 120 并告诉组织者。';

export const templates: Record<Category, Template> = {
  theory: {
    title: '理论宣讲进社区',
    description: '用身边事讲身边理。\n集合：提前 15 分钟到场签到。\n请带：宣讲稿、扩音器。',
    risks: indoors,
  },
  culture: {
    title: '文艺演出进社区',
    description: '为居民演出，协助布置和引导。\n集合：提前 30 分钟到场。\n请带：演出服装或道具。',
    risks: '搬运和搭台时戴手套、两人一起抬；用电设备由专人操作；留意观众疏散通道。',
  },
  social_science: {
    title: '社科知识讲座',
    description: '组织讲座，负责签到、引导和答疑。\n集合：提前 20 分钟到场。',
    risks: indoors,
  },
  education: {
    title: '课业辅导',
    description: '陪孩子做作业、读书。\n集合：提前 10 分钟到场。\n请带：铅笔、草稿纸。',
    risks: withChildren,
  },
  medical: {
    title: '量血压和健康咨询',
    description: '为居民量血压，讲解用药常识。\n由有资质的医务人员操作，其他人引导和登记。',
    risks: '使用器械前后消毒；不诊断、不开药；遇急症拨打 120 并就近取急救箱。',
  },
  science: {
    title: '科普体验',
    description: '带大家做小实验。\n集合：提前 20 分钟布置。\n请带：实验材料清单上的物品。',
    risks: '实验由讲解员操作，孩子在旁观看；不用明火和腐蚀性药品；备好急救箱。',
  },
  law: {
    title: '法律咨询',
    description: '解答居民常见的法律问题，发放资料。\n由有资质的人员解答，其他人引导和登记。',
    risks: indoors,
  },
  environment: {
    title: '清洁家园',
    description: '捡拾垃圾、清理卫生死角。\n集合：提前 15 分钟到场领工具。\n请带：手套、水杯。',
    risks: '留意来往车辆；不徒手捡玻璃、针头；海边礁石湿滑，风浪大时立即撤离。',
  },
  relief: {
    title: '帮扶困难家庭',
    description: '送生活用品、打扫房间、聊聊近况。\n两人一组，由社区工作人员带队。',
    risks: '入户两人同行；尊重隐私，不拍照外传；搬重物时两人一起抬。',
  },
  civility: {
    title: '文明引导',
    description: '在路口、车站引导排队和礼让。\n集合：提前 10 分钟到场领马甲。',
    risks: '站在安全岛或人行道内，不进入车道拦车；雨雪天地滑，请穿防滑鞋。',
  },
  counselling: {
    title: '心理陪伴',
    description: '倾听和陪伴，由有资质的人员带队。\n请提前参加一次说明会。',
    risks: '对谈话内容保密；有人说到轻生，不离开、立即告诉带队人员并拨打 12356。',
  },
  emergency: {
    title: '应急救援演练',
    description: '学习和演练救援。\n仅限成年人，须完成应急培训并有保险。',
    risks: '有受伤风险：全程戴护具、听统一口令；身体不适或天气变化立即停止。',
  },
  convenience: {
    title: '便民服务日',
    description: '理发、磨刀、修小家电、办事指引。\n集合：提前 30 分钟布置。',
    risks: '刀具、电器由专人操作，用后收好；孩子不靠近操作台。',
  },
  elders: {
    title: '陪伴老人',
    description: '陪老人聊天、读报、助餐。\n集合：提前 10 分钟到场。',
    risks: withElders,
  },
  children: {
    title: '关爱儿童',
    description: '陪孩子做游戏、讲安全常识。\n集合：提前 15 分钟到场。',
    risks: withChildren,
  },
  wholesome_life: {
    title: '健步走',
    description: '一起健步走，倡导绿色健康生活。\n请带：水杯、运动鞋。',
    risks: outdoors,
  },
  customs: {
    title: '移风易俗宣传',
    description: '走访入户，宣传婚事新办、丧事简办。\n两人一组，由社区工作人员带队。',
    risks: outdoors,
  },
};

type Told = { title: string; description: string; risks: string };

/** The template's words where nothing was typed yet, or only what another template had put there. */
export function filledBy(category: Category, told: Told): Told {
  const wanted = templates[category];
  const others = Object.values(templates);
  const free = (field: keyof Told): boolean =>
    told[field].trim() === '' || others.some((one) => one[field] === told[field]);
  return {
    title: free('title') ? wanted.title : told.title,
    description: free('description') ? wanted.description : told.description,
    risks: free('risks') ? wanted.risks : told.risks,
  };
}
