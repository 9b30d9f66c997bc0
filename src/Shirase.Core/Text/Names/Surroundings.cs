namespace Shirase.Core.Text.Names;

/// <summary>Words around a name that say that a person is meant, and words that say the opposite.</summary>
internal static class Surroundings
{
    /// <summary>Behind a name: a person.</summary>
    public static readonly string[] Titles =
    [
        "容疑者", "被疑者", "被告人", "被告", "受刑者", "さん", "ちゃん", "くん", "君", "氏", "様", "先生", "夫妻", "巡査部長", "警部補", "巡査長", "巡査", "警部", "警視正", "警視",
        "係長", "課長補佐", "課長代理", "課長", "次長", "主任", "主査", "主事", "技師", "部長", "室長", "班長", "係員", "選手", "議員", "記者", "社長", "店長", "園長", "教諭", "隊員", "団員",
    ];

    /// <summary>Titles that only persons bear: they make a name of a word in no lexicon that ends like one.</summary>
    public static readonly string[] Plain = ["さん", "ちゃん", "くん", "君", "氏", "様", "容疑者", "被疑者", "被告", "被告人"];

    /// <summary>Last characters of what stands before 容疑者 and is no name: 窃盗, 男性, 指名手配.</summary>
    public const string DeedEnds = "盗欺性人犯傷害走配件罪行団員職男女同元各者報火死亡取剤物捕致嫌的助疑該前後続要主他数当時名本件刑事罪手未遂遺棄禁反博薬";

    /// <summary>Behind or before a name: somebody in an office whose name is public.</summary>
    public static readonly string[] Offices =
        ["副知事", "知事", "市長", "副市長", "町長", "村長", "区長", "大臣", "首相", "総理", "本部長", "署長", "議長", "教育長", "公安委員長", "公安委員", "長官", "総監", "天皇", "皇后"];

    /// <summary>Titles that a place or an office may bear as well as a person: 高崎署長, 前橋支部課長.</summary>
    public static readonly string[] Ranks =
        ["係長", "課長補佐", "課長代理", "課長", "次長", "主任", "主査", "主事", "部長", "室長", "班長", "係員", "選手", "議員", "記者", "社長", "店長", "園長", "隊員", "団員", "教諭", "技師"];

    /// <summary>Before a name, with a colon or a space between.</summary>
    public static readonly string[] Labels =
        ["担当者", "担当", "氏名", "名前", "責任者", "講師", "代表者", "代表", "文責", "発信者", "司会", "会長", "署員", "受賞者", "容疑者", "被害者", "行方不明者", "申請者", "起案者", "お名前", "本名", "実名"];

    /// <summary>What may stand before a name without a gap: 会社員田中一郎, 前橋市山田太郎.</summary>
    public const string PrefixEnds = "員職業生者師士人性男女児徒市町村県区妻夫父母兄姉弟妹主婦手家籍課係署部元前名当：";

    /// <summary>Behind a family name: a firm, a house or a place.</summary>
    public static readonly string[] Things =
    [
        "商店", "商会", "建設", "工業", "製作", "医院", "病院", "薬局", "酒造", "運輸", "運送", "電機", "電器", "電気", "自動車", "書店", "組", "屋", "店", "社", "会", "課", "署", "隊", "校", "園", "寺", "家", "邸", "町", "市", "村", "駅", "川",
        "山", "橋", "通", "線", "館", "場", "所", "県", "区", "郡", "城", "湖", "沼", "島", "池", "峠", "谷", "温泉", "神社", "大学", "高校", "中学", "小学", "地区", "地内", "方面", "支店", "本店", "公園", "団地", "交番", "産業", "銀行", "農園", "牧場", "号", "内", "市内", "県内", "町内", "周辺",
    ];

    /// <summary>Words that happen to be family names too and are titled without meaning anybody in particular.</summary>
    public static readonly HashSet<string> Nobody = new(StringComparer.Ordinal)
    {
        "大家", "仲居", "別当", "総領", "公文", "御坊", "神", "王", "奥", "客", "隣", "皆", "親", "孫", "娘", "嫁", "店", "東", "西", "南", "北", "多", "同", "両", "彼", "源", "平", "何", "一", "有", "異", "仕", "模", "地元",
        "若手", "女子", "男子", "先方", "当事", "関係", "業者", "城代", "大口", "小口", "入口", "出入", "山手", "女中", "代々", "千代", "日本", "本部", "本社", "中央", "全体", "上", "下", "左", "右",
    };
}
