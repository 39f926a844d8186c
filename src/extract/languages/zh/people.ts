/** What the names of people are made of. */

/** The commonest surnames, nine in ten people's; not those that words often begin with. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文习温钟岳项华柳鲍穆申施洪倪严葛耿焦靳邢翟甄祝庄邬冼臧裴戚祁佟童凌苗莫' +
    '谌敖卞柏岑褚狄刁窦樊谷桂霍姬荆鞠阚柯寇蒯匡邝蓝郎栗廉蔺娄栾茅梅糜牟慕聂欧蒲浦屈瞿冉饶阮芮佘盛舒隋滕涂屠韦翁巫奚席辛荀颜晏燕殷俞虞郁喻湛卓宗束冀甘缪鲁骆符朴耆奕荣瑞琦伍肖闫裘楼刚薄载溥农',
);
const DOUBLE_SURNAMES = /^(?:司徒|欧阳|诸葛|上官|司马|皇甫|夏侯|尉迟|令狐|端木)[\u4e00-\u9fff]{1,2}$/u;
/** Of Japan. */
const JAPANESE =
  /^(?:伊藤|陆奥|小村|井上|大隈|青木|林权|内田|币原|重光|松冈|广田|近卫|东乡|日置|加藤|西园寺|田中|大平|佐藤|岸田|吉田|鸠山|石桥|池田|三木|福田|铃木|中曾根|竹下|宇野|海部|宫泽|细川|羽田|村山|桥本|小渊|小泉|安倍|麻生|野田|石破|高市|园田|外山|河野|高村|町村|中川|川口|柿泽|武藤|爱知|木村|椎名|小坂|藤山|冈田|前原|松本|玄叶|茂木|上川|岩屋|谷内|山田|山本|中村|小林|渡边|高桥|伊东|斋藤|佐佐木|石井|森本|宫本|横井|丹羽|垂秀|金杉|冈崎|有田|若槻|犬养|滨口|高岛|芳泽|山县|桂太|寺内|有吉|河田)[\u4e00-\u9fff]{1,3}$/u;
/** Characters that foreign names are written with. */
const SYLLABLES = new Set(
  '阿埃艾安昂奥巴班邦鲍贝本比彼别宾波伯博布查达戴丹德登迪蒂杜多厄恩尔法范菲费芬弗福富盖甘冈高戈格根古瓜哈海汉豪赫亨胡华霍基吉季加贾杰金卡凯坎康考科克肯孔库夸拉莱赖兰朗劳勒雷里利列林隆卢鲁伦罗洛吕马迈麦曼毛梅门蒙米密明莫默姆穆纳奈南内尼涅宁纽农努诺欧帕派潘庞佩彭皮平珀蒲普齐奇恰乔切琴丘热日荣儒瑞若萨塞赛桑瑟森沙山绍舍申生圣施什史舒斯苏索塔泰坦汤唐陶特腾提廷图托瓦万旺威韦维魏温翁沃乌伍西希锡夏香肖谢欣辛雄休徐许逊雅亚延扬杨耶叶伊因英尤于约泽扎詹章珍朱佐钦捷夫京道额蓬通坤颂汗贡廉阮邓武黎丁素拜罕侯哥契茨吴策汶色洪玛娜娅丽莎琳妮薇露茜莉艾露克柯尊拿匈昆岑仑敦顿逖第逊妥苔菈喀茹蔻黛瓜龙冯容年易路卜陀弥悌撒摩斐祖翰腊迦魁渥狄聂芙裴蕾甫伽侬珊琅',
);
/** Words that begin like a name. */
const COMMON =
  /^(?:严格|严重|严肃|洪水|施行|施工|申请|申明|申述|申诉|申报|高级|高度|方面|方式|文化|文件|任何|任命|常任|常务|白宫|金融|武装|易于|万国|于是|平等|明确|马上|同意|安全|盛大|席位|荣誉|荣任|文明|文本|辛苦|高兴|高效|高官|高层|白皮|常设|常驻|常规|常委|文章|史料|武官|许多|任期|任务|宗旨|卓越|燕京|金砖|金额|江苏|江西|石油|马来|马里|苏联|苏丹|古巴|万象|华沙|华盛|韩国|江河|海外|何时|何种|方案|方针|田野|康复|温室|龙头|雷同|项目|刚刚|华侨|华人|程序|农[业民村产药林牧作用场]|.方$)/u;
const DOTTED = /^[\u4e00-\u9fff]{1,8}(?:[·．][\u4e00-\u9fff]{1,8}){1,4}$/u;

/** A surname and one or two characters, or two and more of those that foreign names are written with. */
export function isName(name: string): boolean {
  const { length } = name;
  if (length < 2) return false;
  if (length <= 3 && SURNAMES.has(name.charAt(0)) && isGiven(name)) return true;
  if (length <= 4 && DOUBLE_SURNAMES.test(name)) return true;
  if (length >= 3 && length <= 6 && JAPANESE.test(name)) return true;
  // 索隆拜·热恩别科夫: the dot alone tells that it is one.
  if (/[·．]/u.test(name)) return DOTTED.test(name) && !/[在同与和率]/u.test(name);
  for (const character of name) if (!SYLLABLES.has(character)) return false;
  return true;
}

function isGiven(name: string): boolean {
  return /^[\u4e00-\u9fff]+$/u.test(name) && !COMMON.test(name) && !/[其的之该各]$/u.test(name);
}

/** Whether foreign names are written with this character. */
export function isSyllable(character: string): boolean {
  return SYLLABLES.has(character);
}
