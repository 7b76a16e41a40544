#include "text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace bench {
namespace {

// splitmix64: small, fast, and defined by its arithmetic alone.
class random {
public:
    explicit random(std::uint64_t seed) noexcept : state_(seed) {}

    std::uint64_t next() noexcept {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    // 0 to n - 1
    std::uint32_t below(std::size_t n) noexcept { return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32); }
    std::uint32_t between(std::uint32_t low, std::uint32_t high) noexcept { return low + below(high - low + 1); }
    bool percent(std::uint32_t p) noexcept { return below(100) < p; }

private:
    std::uint64_t state_;
};

// A list of words (or templates) written as one literal, separated by spaces.
class words {
public:
    explicit words(std::string_view list) {
        while (!list.empty()) {
            const std::size_t cut = std::min(list.find(' '), list.size());
            if (cut != 0) items_.push_back(list.substr(0, cut));
            list.remove_prefix(std::min(cut + 1, list.size()));
        }
    }
    std::string_view pick(random& r) const noexcept { return items_[r.below(items_.size())]; }

private:
    std::vector<std::string_view> items_;
};

// Vocabulary. Except where a comment says so, no word holds a numeral, so that `none` stays without any.

// Characters of invented place names and given names: any two make a name.
const words name_characters(
    "安 平 江 河 林 山 海 云 清 阳 宁 德 兴 华 龙 凤 泉 溪 桥 石 金 银 玉 松 柏 梅 兰 竹 桂 枫 柳 杨 青 白 黄 丹 "
    "东 西 南 北 中 新 永 长 高 大 文 武 昌 盛 和 顺 泰 康 宜 丰 乐 福 嘉 瑞 祥 临 通 定 抚 靖 浦 港 洲 湾 沙 滨 湖 潭 "
    "源 峰 岭 岩 谷 川 原 岗 坪 田 塘 浩 然 明 辉 敏 静 慧 雪 晨 雨 婷 杰 磊 强 勇 军 涛 波 鹏 宇 轩 泽 洋 琳 颖 倩 "
    "莉");
const words surnames(
    "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 潘 袁 "
    "蔡 蒋 余 于 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 "
    "欧阳 司马 上官 诸葛");
const words place_ends("市 县 区 省 市 县 区 镇 新区 开发区 自治县 街道 乡");
const words organisations(
    "市政府 县委 卫生局 教育局 财政局 交通局 水利局 统计部门 环保部门 公安机关 检察院 法院 税务局 气象台 "
    "农业农村部门 应急管理局 市场监管部门 住建部门 商务部门 文旅集团 供电公司 自来水公司 铁路部门 航空公司 民政部门 "
    "疾控中心 中医院 人民医院 妇幼保健院 实验小学 职业学院 科技大学 研究院 建筑公司 化工集团 钢铁公司 汽车企业 "
    "纺织厂 种植合作社 养殖基地 电商平台 物流园 保险公司 商业银行 证券公司 基金会 志愿者协会 消费者协会 慈善总会 "
    "博物馆 图书馆 体育局 街道办 居委会 村委会 消防大队 交警支队 海关 港务集团 林业站 畜牧站");
const words topics(
    "防汛抗旱 复工复产 乡村振兴 脱贫攻坚 污染防治 食品安全 道路改造 老旧小区改造 垃圾分类 义务教育 医疗保障 "
    "养老服务 科技创新 对外贸易 招商引资 粮食收购 春耕备耕 森林防火 安全生产 交通整治 网络诈骗 知识产权 "
    "营商环境 文化遗产 全民健身 旅游市场 房地产市场 能源保供 电力建设 水库加固 轨道交通 农村公路 宽带网络 "
    "人工智能 新能源汽车 生物医药 跨境电商 绿色金融 就业创业 高校招生 住房租赁 校园安全 疫苗接种 献血活动 "
    "秋粮生产 蔬菜供应 生猪养殖 水产养殖 茶叶种植 果品加工 冷链物流 航运枢纽 机场扩建 文物保护 图书出版");
const words things(
    "设备 物资 口罩 防护服 药品 疫苗 粮食 蔬菜 水果 化肥 种子 农机 汽车 摩托车 自行车 电脑 手机 图书 教材 课桌 "
    "树木 苗木 路灯 井盖 管道 电缆 变压器 光伏板 充电桩 公交车 出租车 货车 船舶 集装箱 钢材 水泥 木材 煤炭 石油 "
    "天然气 服装 鞋帽 玩具 家具 家电 食品 饮料 茶叶 白酒 牛奶 鸡蛋 猪肉 牛羊 禽类 鱼苗 项目 合同 案件 线索 隐患 "
    "问题 建议 提案 证书 专利 标准 论文 作品 展品 文物 岗位 职工 党员 干部 教师 学生 医生 护士 患者 老人 儿童 旅客 "
    "游客 农民 村民 居民 业主 商户 司机 战士 志愿者 运动员 专家 代表 群众");
const words plain_verbs(
    "推进 加强 完善 落实 开展 组织 启动 调整 优化 改进 部署 检查 督促 支持 保障 推动 深化 扩大 规范 巩固 提升 "
    "研究 协调 宣传 实施 整治 排查 引导 鼓励 关注 评估");
const words adverbs(
    "继续 积极 全面 稳步 深入 认真 及时 严格 有序 持续 努力 广泛 主动 不断 切实 加快 有效 充分 着力 重点 联合 "
    "集中 逐步 大力 科学 依法 精心 迅速");
const words abstracts(
    "工作 机制 制度 措施 方案 责任 监管 服务 管理 建设 改革 发展 合作 生产 供应 安全 质量 效率 能力 水平 环境 "
    "条件 体系 平台 市场 秩序 规划 培训 宣传 人才 作风 标准化 信息化");
const words reporters("记者 负责人 发言人 工作人员 有关方面 当地媒体 知情人士 专家 代表 业内人士");

// Prose of a novel, in clauses.
const words people(
    "少年 老者 掌柜 书生 道人 和尚 将军 公子 小姐 丫鬟 樵夫 渔翁 店家 捕快 县令 师爷 侠客 妇人 汉子 孩童 镖师 "
    "郎中 秀才 公公 老妇 姑娘 管家 车夫 兵卒 头领 那人 众人 来人 主人 客人 师父 徒弟 兄弟 母亲 父亲 他 她 我 你");
const words moods(
    "不由得 忽然 顿时 连忙 慢慢 轻轻 暗暗 悄悄 冷冷 急忙 只得 便 又 却 早已 果然 居然 仍旧 渐渐 赶紧 恭恭敬敬 "
    "不慌不忙 气冲冲 笑吟吟 眼睁睁 低着头 红着脸 背着手 咬着牙 定了定神");
const words acts(
    "走了出去 坐了下来 抬起头来 转过身去 叹了口气 摇了摇头 点头称是 拔出剑来 收起包裹 推开房门 跨上马背 "
    "望着窗外 端起酒碗 放下茶杯 拱手作别 跪倒在地 掩面而泣 哈哈大笑 沉吟不语 答应下来 退到旁边 追了上去 "
    "躲在树后 点上油灯 关好院门 披上斗篷 倒头便睡 拦住去路 低声说话 高声喝道 问明来历 辞别主人 赶回家中");
const words scenery(
    "月光照在窗前 雨越下越大 山路崎岖难行 林中传来鸟鸣 江面上起了雾 炉火烧得正旺 院子里静悄悄的 街上行人稀少 "
    "风吹得灯影摇晃 天色渐渐暗了 雪落满了屋檐 远处响起钟声 酒香飘满店堂 马蹄声由远而近 庭前落叶纷纷 "
    "河水哗哗地流着 城门已经关了 草丛里有虫鸣 云层遮住了太阳 古庙里没有灯火 桃花开得正好 寒鸦掠过枯树");
const words speech(
    "这话从何说起 你且听我说完 此事不可声张 多谢你的好意 我自有主张 你不要哄我 如今怎么办才好 请到里面坐 "
    "天亮以后再走 东西放在哪里 你可认得此人 我不怕他 只怕夜长梦多 让他进来吧 莫要伤了和气 话不能这样讲 "
    "路上多加小心 快去请大夫来 你还记得我吗 我们后会有期");

// 一 and its kin where they count nothing, as a clause needs them: before a verb, after it, alone.
const words stray_before(
    "一面 一边 一味 一心 一直 一定 一同 一齐 一起 一向 一旦 一概 一径 一时 一味 一再 一力 一路 一经 一头 一手 一意 "
    "一并 一连 一例 一体 一一 逐一 统一 第一 万万 十分 千万 百般 一如既往 一五一十 三番五次 再三 一概");
const words stray_after(
    "一惊 一怔 一愣 一呆 一跳 一转 一闪 一挥 一拍 一推 一笑 一看 一想 一听 一望 一叹 一酸 一热 一沉 一紧 一松 一软 "
    "一冷 一红 一亮 一动 一震 一皱 一扬 一咬 一挺 一缩 一抖 一歪 一横 一竖 一变 一空");
const words stray_alone(
    "一声不响 一言不发 一动不动 一言为定 一无所有 一无所知 一往情深 一见如故 一望无际 一片混乱 一般模样 一家老小 "
    "一夜无话 一模一样 一清二楚 一尘不染 一拥而上 一举成名 一败涂地 一筹莫展 独一无二 不一而足 万一有失 表里如一 "
    "三心二意 七上八下 四面八方 五湖四海 九死一生 千山万水 百思不解 万籁俱寂 乱七八糟 说一不二 一语道破 一似从前 "
    "天下第一 一帆风顺 一线生机 一股脑儿 一塌糊涂 一团和气 一路平安 一步登天 一窝蜂似的 半信半疑 一些也不怕 "
    "一点也不错 一会儿工夫 一切如常 一样欢喜 一带人家 一番好意");
// A few of them count after all.
const words novel_units("个 位 只 把 匹 条 封 壶 碗 件 间 座 天 日 年 里 人 两银子 杯 名 口 支 棵 头 张");
const words novel_nouns(
    "人影 客人 宝剑 骏马 书信 老酒 衣裳 屋子 大山 小路 石桥 灯笼 铜镜 狐狸 白鹤 古松 木箱 竹杖 "
    "长枪 棋盘 香囊 黄狗 花猫 旧伞");

// Units behind a number, by what is counted.
const words classifiers(
    "个 个 个 名 名 名 人 人 人 家 家 例 例 户 项 项 件 件 辆 台 套 张 条 次 起 处 所 座 部 篇 份 批 间 栋 艘 架 头 只 "
    "株 "
    "棵 盏 支 本 册 枚 块 瓶 箱 袋 桶 位 人次 台次 场 期 门 类 种 宗 笔 对 双 组 队 村 乡 镇 县 市 国 企业 学校 单位");
const words physical(
    "公里 公里 米 米 厘米 毫米 平方米 平方米 平方公里 万平方米 亩 亩 公顷 吨 吨 吨 万吨 公斤 公斤 斤 克 毫克 升 毫升 "
    "立方米 千瓦 千瓦时 兆瓦 度 ℃ 摄氏度 公里/小时 km kg mg kW MB GB");
const words currencies("元 元 元 元 元 元 元人民币 美元 美元 欧元 日元 英镑 港元 卢布 韩元 元整");
const words spans("天 天 小时 小时 分钟 年 年 个月 个月 周 个工作日 秒");
const words ordinals("批 届 次 轮 期 阶段 季度 名 位 条 号 章 组 版 代 医院 中学");
const words before("约 约 大约 近 近 超 超过 超过 逾 不足 不到 至少 不少于 突破 将近 接近 最多 不超过");
const words inside("余 余 余 多 多 来");
const words after("左右 以上 以上 以下 以内 上下");

// News, in clauses. {x} is a slot, see `writer::slot`.
const words plain_clauses(
    "{O}表示，将{a}{v}{T}{b} {P}{a}{v}{T}{b} {R}从{P}{O}获悉 {O}要求各地{a}{v}{b} 有关部门正在{v}{T}{b} "
    "{O}负责人{S}介绍了有关情况 各级{O}要{a}{v}{b}，{v}{b} 为{v}{T}，{P}出台了新的{b} {T}是群众关心的大事 "
    "{S}在会上强调，要{a}{v}{T}{b} {R}在现场看到，{N}已经准备就绪 {P}的{N}深受欢迎 {b}和{b}同步{v} "
    "当地{N}的价格总体平稳 {O}提醒广大{N}注意安全 通过{v}{b}，{P}的{T}取得明显进展 {N}和{N}的供应得到保障 "
    "{S}说，{T}离不开{N}的参与 会议由{O}的{S}主持 双方围绕{T}进行了交流 {b}得到改善 目前相关{b}正在进行中 "
    "{O}与{O}联合{v}{b} {P}将{T}列为重点 {R}认为，{b}有待{v} 受天气影响，部分{N}的运输有所延迟");
const words dense_clauses(
    "{d}，{P}{O}通报，新增{N}{c} 全年完成投资{m}，同比增长{%} {P}共有{N}{c}，其中{N}{c} {O}投入资金{m} "
    "{N}产量达到{q}，比上年增加{q} 项目总投资{m}，占地{q} {d}至{e}，{P}共查处案件{c} 涉案金额{m} 占总数的{%} "
    "{O}在{d}举行{o}会议 {c}{N}参加了活动 增速回落{%} 工期预计{u} {S}今年{g}，从事这一行已有{u} 气温将达到{q} "
    "每人补助{m} {P}为{c}困难家庭发放补贴{m} {O}派出{c}工作组，历时{u} 新建{N}{c}，改造{N}{c} 合格率为{%} "
    "累计接待{N}{c} 实现收入{m}，利润{m} {t}，{R}在{P}看到{c}{N} 列车{t}到达，晚点{u} 全长{q}，设计时速{q} "
    "{P}排名{o} {N}价格上涨{%} 比赛结果为{x} {O}发布{o}公告 罚款{m} 受益{N}{r} 降水量{q} 截至{d}，已完成{%} "
    "超过{f}的{N}表示满意 产能提高了{k} 由{P}生产的{N}共{c} 时间为{d}{t}至{t} 发现{c}问题，已整改{c}");
const words headline_templates(
    "{P}新增{N}{c} {P}{O}投入{m}{v}{T} {O}：{T}完成投资{m} {c}{N}{a}参与{T} {d}起{P}{v}{T}{b} {P}{N}价格上涨{%} "
    "{S}：一心一意{v}{T} {P}{T}合格率达{%} {P}将新建{N}{c} 男子{g}学艺　{u}后获奖 {O}{d}公布{o}名单 一图看懂{P}{T} "
    "{O}统一{v}{b} 第一时间{v}{T} {P}召开{T}{o}会议 {P}{q}道路通车 {x}！{P}队取胜 {P}{c}{N}获补贴{m} "
    "一起来看{P}的{N} {T}进一步{v} {P}{t}发生事故　致{c}受伤 {O}查获{N}{q} {N}出口增{k} {P}：{f}{N}已投入使用 "
    "{u}！{P}完成{T} {P}一带有雨　最高{q} {r}{N}走进{P} {P}{O}{v}{T}{b} {S}当选{O}负责人 {N}“一站式”{v} 罚{m}！{O}通报 "
    "{o}{T}论坛在{P}开幕 {P}今年计划招收{N}{c} {m}！{P}签约{T}项目{c} {O}提示：{N}{v}一点通 {q}{N}运抵{P} "
    "{d}天气：{q}");
const words novel_clauses(
    "{p}{s}{k} {p}{k} {w} {p}{b}{k} {p}{k}，{b}{s} {p}心中{z}，{s}{k} {p}闻言{z} 真是{l} 只见{p}{k} 那里{w} {l} "
    "{p}{l}，{k} "
    "“{h}” {p}道：“{h}” {p}笑道：“{l}，{h}” {s}{k} {p}将手{z}，{k} 看见{c}{n} 取出{c}{n} 门外来了{c}{n} {S}{s}{k} "
    "{S}{b}{k} 过了{j}，{w} {p}脸色{z} {w}，{l} {p}与{S}{b}{k} 身边放着{n}");
const words plain_novel_clauses(
    "{p}{s}{k} {p}{k} {w} {p}{s}{k} 只见{p}{k} 那里{w} “{h}” {p}道：“{h}” {s}{k} {S}{s}{k} 身边放着{n} {S}道：“{h}”");

class writer {
public:
    writer(profile p, std::size_t bytes, std::uint64_t seed)
        : profile_(p), random_(seed ^ (static_cast<std::uint64_t>(p) + 1) * 0xD1B54A32D192ED03U) {
        out_.text.reserve(bytes + 4096);
        while (out_.text.size() < bytes) line();
    }
    generated take() { return std::move(out_); }

private:
    void put(std::string_view s) { out_.text += s; }
    void put(const words& list) { out_.text += list.pick(random_); }

    void line() {
        switch (profile_) {
            case profile::dense:
                sentences(random_.between(1, 4), 1, 5, &writer::news_clause);
                break;
            case profile::stray:
                sentences(random_.between(2, 12), 1, 5, &writer::novel_clause);
                break;
            case profile::headlines:
                fill(headline_templates.pick(random_), false);
                while (random_.percent(50)) {
                    put(random_.percent(50) ? "　" : "，");
                    fill((random_.percent(35) ? headline_templates : plain_clauses).pick(random_), false);
                }
                break;
            case profile::none:
                if (random_.percent(50))
                    sentences(random_.between(1, 4), 1, 4, &writer::plain_news_clause);
                else
                    sentences(random_.between(2, 10), 1, 5, &writer::plain_novel_clause);
                break;
        }
        out_.text += '\n';
    }

    void sentences(std::uint32_t count, std::uint32_t low, std::uint32_t high, void (writer::*clause)()) {
        for (; count != 0; --count) {
            for (std::uint32_t n = random_.between(low, high); n != 0; --n) {
                (this->*clause)();
                put(n != 1 ? "，" : random_.percent(8) ? "！" : random_.percent(5) ? "；" : "。");
            }
        }
    }
    void news_clause() { fill((random_.percent(dense_share) ? dense_clauses : plain_clauses).pick(random_), false); }
    void plain_news_clause() { fill(plain_clauses.pick(random_), false); }
    void novel_clause() {
        fill((random_.percent(stray_share) ? novel_clauses : plain_novel_clauses).pick(random_), true);
    }
    void plain_novel_clause() { fill(plain_novel_clauses.pick(random_), true); }

    void fill(std::string_view pattern, bool novel) {
        while (!pattern.empty()) {
            const std::size_t open = pattern.find('{');
            put(pattern.substr(0, open));
            if (open == std::string_view::npos) return;
            if (novel)
                novel_slot(pattern[open + 1]);
            else
                slot(pattern[open + 1]);
            pattern.remove_prefix(open + 3);
        }
    }

    void slot(char what) {
        switch (what) {
            case 'P':
                place();
                return;
            case 'S':
                person();
                return;
            case 'O':
                put(organisations);
                return;
            case 'T':
                put(topics);
                return;
            case 'N':
                put(things);
                return;
            case 'R':
                put(reporters);
                return;
            case 'a':
                put(adverbs);
                return;
            case 'v':
                put(plain_verbs);
                return;
            case 'b':
                put(abstracts);
                return;
            default:
                break;
        }
        ++out_.phrases;
        switch (what) {
            case 'c':
                approximate(classifiers);
                break;
            case 'm':
                approximate(currencies);
                break;
            case 'q':
                approximate(physical);
                break;
            case 'u':
                small();
                put(spans);
                break;
            case 'g':
                number(random_.between(18, 95));
                put("岁");
                break;
            case '%':
                per_cent();
                break;
            case 'd':
                date();
                break;
            case 'e':
                number(random_.between(1, 28));
                put("日");
                break;
            case 't':
                clock();
                break;
            case 'o':
                put("第");
                small();
                put(ordinals);
                break;
            case 'r':
                range();
                put(classifiers);
                break;
            case 'x':
                digits(random_.below(120));
                put(random_.percent(50) ? "比" : ":");
                digits(random_.below(120));
                break;
            case 'f':
                fraction();
                break;
            case 'k':
                small();
                put(random_.percent(20) ? "成" : "倍");
                break;
            default:
                break;
        }
    }

    void novel_slot(char what) {
        switch (what) {
            case 'p':
                put(people);
                break;
            case 's':
                put(moods);
                break;
            case 'k':
                put(acts);
                break;
            case 'w':
                put(scenery);
                break;
            case 'h':
                put(speech);
                break;
            case 'n':
                put(novel_nouns);
                break;
            case 'S':
                person();
                break;
            case 'b':
                put(stray_before);
                break;
            case 'z':
                put(stray_after);
                break;
            case 'l':
                put(stray_alone);
                break;
            case 'c':
                ++out_.phrases;
                novel_number();
                put(novel_units);
                break;
            case 'j':
                ++out_.phrases;
                novel_number();
                put(random_.percent(50) ? "天" : "个时辰");
                break;
            default:
                break;
        }
    }

    void place() {
        put(name_characters);
        put(name_characters);
        put(place_ends);
    }
    void person() {
        put(surnames);
        put(name_characters);
        if (random_.percent(60)) put(name_characters);
    }

    // Numbers.

    void digits(std::uint64_t n) { out_.text += std::to_string(n); }
    void two_digits(std::uint32_t n) {
        out_.text += static_cast<char>('0' + n / 10);
        out_.text += static_cast<char>('0' + n % 10);
    }
    void wide_digits(std::uint64_t n) {
        static constexpr std::string_view wide[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
        for (const char c : std::to_string(n)) put(wide[c - '0']);
    }
    void grouped(std::uint64_t n) {
        const std::string plain = std::to_string(n);
        for (std::size_t i = 0; i < plain.size(); ++i) {
            if (i != 0 && (plain.size() - i) % 3 == 0) out_.text += ',';
            out_.text += plain[i];
        }
    }
    void positional(std::uint64_t n) {
        for (const char c : std::to_string(n)) put(numeral[c - '0']);
    }

    // 1 to 9999: 三千零五, 十二
    void below_ten_thousand(std::uint32_t n, bool leading) {
        static constexpr std::string_view place[] = {"千", "百", "十", ""};
        std::uint32_t weight = 1000;
        bool zero = false;
        for (const auto& unit : place) {
            const std::uint32_t digit = n / weight % 10;
            if (digit == 0) {
                zero = !leading;
            } else {
                if (zero) put("零");
                if (!(leading && weight == 10 && digit == 1)) put(numeral[digit]);
                put(unit);
                zero = false;
                leading = false;
            }
            weight /= 10;
            if (weight == 0 || n % (weight * 10) == 0) break;
        }
    }
    // 1 to 99999999
    void characters(std::uint32_t n) {
        if (n >= 10000) {
            below_ten_thousand(n / 10000, true);
            put("万");
            n %= 10000;
            if (n != 0 && n < 1000) put("零");
            if (n != 0) below_ten_thousand(n, n < 1000 ? false : true);
            return;
        }
        below_ten_thousand(n, true);
    }

    // As many digits as chance says, not as many numbers: 7 is as frequent as 70000.
    std::uint32_t size() {
        static constexpr std::uint32_t power[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
        static constexpr std::uint8_t length[] = {0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5};
        const std::uint32_t low = power[length[random_.below(sizeof length)]];
        return random_.between(low, low * 10 - 1);
    }

    void number(std::uint32_t n) {
        const std::uint32_t how = random_.below(100);
        if (how < 71)
            digits(n);
        else if (how < 76)
            grouped(n);
        else if (how < 78)
            wide_digits(n);
        else
            characters(n);
    }
    void small() {
        const std::uint32_t how = random_.below(100);
        if (how < 50)
            digits(random_.between(1, 60));
        else if (how < 60)
            put(random_.percent(50) ? "两" : "几");
        else
            characters(random_.between(1, 40));
    }

    // [约] number [余] [万] unit [左右]
    void approximate(const words& units) {
        const bool front = random_.percent(18);
        if (front) put(before);
        const std::uint32_t how = random_.below(100);
        bool round = false;
        if (how < 18) {
            digits(random_.between(1, 999));
            put(".");
            digits(random_.between(1, 99));
            if (random_.percent(70)) put(random_.percent(80) ? "万" : "亿");
        } else if (how < 30) {
            number(random_.between(1, 99) * 10);
            round = true;
        } else if (how < 36) {
            put(random_.percent(50) ? "几" : "数");
            put(random_.percent(50) ? "百" : random_.percent(50) ? "千" : "十");
        } else if (how < 40) {
            range();
        } else {
            number(size());
        }
        if (round) {
            const bool tail = random_.percent(40);
            if (tail) put(inside);
            put(random_.percent(75) ? "万" : "亿");
        }
        put(units);
        if (!front && random_.percent(10)) put(after);
    }

    void range() {
        static constexpr std::string_view signs[] = {"-", "—", "～", "至", "到", "~"};
        const std::uint32_t low = random_.between(1, 400);
        digits(low);
        put(signs[random_.below(6)]);
        digits(low + random_.between(1, 400));
    }
    void per_cent() {
        if (random_.percent(12)) {
            put("百分之");
            characters(random_.between(1, 99));
            return;
        }
        if (random_.percent(12)) put(before);
        digits(random_.between(0, 130));
        if (random_.percent(70)) {
            put(".");
            digits(random_.between(1, 99));
        }
        put(random_.percent(88) ? "%" : random_.percent(70) ? "个百分点" : "％");
    }
    void date() {
        const std::uint32_t month = random_.between(1, 12);
        const std::uint32_t day = random_.between(1, 28);
        const std::uint32_t year = random_.between(1978, 2024);
        const std::uint32_t how = random_.below(100);
        if (how < 30) {
            digits(month), put("月"), digits(day), put("日");
        } else if (how < 55) {
            digits(year), put("年"), digits(month), put("月"), digits(day), put("日");
        } else if (how < 75) {
            digits(year), put("年");
        } else if (how < 85) {
            digits(day), put("日");
        } else if (how < 92) {
            positional(year), put("年"), characters(month), put("月");
        } else {
            digits(year), put("-"), two_digits(month), put("-"), two_digits(day);
        }
    }
    void clock() {
        static constexpr std::string_view parts[] = {"上午", "下午", "晚上", "凌晨", "", ""};
        put(parts[random_.below(6)]);
        digits(random_.between(1, 12));
        if (random_.percent(60))
            put(":"), two_digits(random_.below(60));
        else
            put(random_.percent(50) ? "时" : "点半");
    }
    void fraction() {
        if (random_.percent(40)) {
            put(random_.percent(60) ? "半数" : "一半");
            return;
        }
        const std::uint32_t denominator = random_.between(3, 10);
        characters(denominator);
        put("分之");
        characters(random_.between(1, denominator - 1));
    }
    void novel_number() {
        const std::uint32_t how = random_.below(100);
        if (how < 55)
            put("一");
        else if (how < 80)
            put(random_.percent(60) ? "两" : "三");
        else if (how < 90)
            put(random_.percent(60) ? "几" : "数");
        else
            characters(random_.between(4, 60));
    }

    static constexpr std::string_view numeral[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    // Per cent of clauses that may hold a numeral; they set the density.
    static constexpr std::uint32_t dense_share = 32;
    static constexpr std::uint32_t stray_share = 39;

    profile profile_;
    random random_;
    generated out_;
};

}  // namespace

generated generate(profile p, std::size_t bytes, std::uint64_t seed) { return writer(p, bytes, seed).take(); }

std::string repeated(std::string_view unit, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + unit.size());
    while (text.size() < bytes) text += unit;
    return text;
}

std::uint64_t fingerprint(std::string_view text) noexcept {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
}

}  // namespace bench
