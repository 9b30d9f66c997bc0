using Shirase.Core;
using Shirase.Core.People;

namespace Shirase.Samples;

/// <summary>A person of the sample installation, offered on its sign-in page.</summary>
/// <param name="Login">Login name.</param>
/// <param name="Name">Invented name.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="As">What one can try as this person.</param>
public sealed record SamplePerson(
    string Login, Localized Name, BodyId Body, string Unit, string Post, string Section, Rank Rank, bool IsHead, Localized As);

/// <summary>The invented people of the sample installation. None of them exists.</summary>
public static class SampleCast
{
    public static readonly BodyId Gunma = new("gunma-police");
    public static readonly BodyId Ishikawa = new("ishikawa-police");
    public static readonly BodyId Okayama = new("okayama");
    public static readonly BodyId Tochigi = new("tochigi");

    public const string PrDivision = "pr-division";
    public const string Maebashi = "maebashi";

    /// <summary>The cast in the order in which a case meets them.</summary>
    public static IReadOnlyList<SamplePerson> All { get; } =
    [
        Of("tamura", "田村 由美", "TAMURA Yumi", Maebashi, "主任", "警務係", Rank.JunsaBucho, "申請所属（起案）", "Applicant unit (author)"),
        Of("sekiguchi", "関口 亮", "SEKIGUCHI Ryo", Maebashi, "係員", "生活安全係", Rank.Junsa, "申請所属（第二の確認者）", "Applicant unit (second checker)"),
        Of("negishi", "根岸 正明", "NEGISHI Masaaki", Maebashi, "署長", "", Rank.Keishisei, "所属長（決裁）", "Head of the unit (decides)", head: true),
        Of("shimizu", "清水 健一", "SHIMIZU Kenichi", Maebashi, "副署長", "", Rank.Keishi, "所属長の代決者", "Deputy of the head"),
        Of("tajima", "田島 修", "TAJIMA Osamu", Maebashi, "当直主任", "当直", Rank.Keibuho, "当直（緊急の申請）", "Duty officer (urgent applications)"),
        Of("hoshino", "星野 和彦", "HOSHINO Kazuhiko", PrDivision, "課長", "", Rank.Keishi, "運用管理者", "Operation manager", head: true),
        Of("kobayashi", "小林 智子", "KOBAYASHI Tomoko", PrDivision, "課長補佐（広報担当）", "", Rank.Keibu, "運用責任者（審査）", "Operation officer (examines)"),
        Of("takahashi", "高橋 大輔", "TAKAHASHI Daisuke", PrDivision, "係長", "広報係", Rank.Keibuho, "広報係員（投稿）", "PR officer (publishes)"),
        Of("mori", "森 あかり", "MORI Akari", PrDivision, "主任", "広報係", Rank.JunsaBucho, "広報係員（当番）", "PR officer (on call)"),
        Of("hara", "原 浩", "HARA Hiroshi", PrDivision, "係長", "報道係", Rank.Keibuho, "報道担当", "Press desk"),
        Of("okabe", "岡部 洋子", "OKABE Yoko", "community-safety-planning", "課長", "", Rank.Keishi, "本部主管課長", "Head of a headquarters division", head: true),
        Of("nakajima", "中島 翔", "NAKAJIMA Sho", "community-safety-planning", "係員", "企画係", Rank.Junsa, "本部主管課（起案）", "Headquarters division (author)"),
        Of("iizuka", "飯塚 剛", "IIZUKA Tsuyoshi", "investigation-1", "課長補佐", "", Rank.Keibu, "捜査第一課", "First Investigation Division"),
        Of("yanagida", "柳田 誠", "YANAGIDA Makoto", "inspection-division", "課長補佐", "", Rank.Keibu, "監査（閲覧のみ）", "Auditor (reads only)"),
        Of("horiguchi", "堀口 恵", "HORIGUCHI Megumi", "info-management-division", "係長", "情報管理係", Rank.Keibuho, "システム管理者", "Administrator"),
        new("ishikawa-admin", new("能登 隆", "NOTO Takashi"), Ishikawa, "pr-office", "室長", "", Rank.Keibu, true, Administrator),
        new("okayama-admin", new("吉備 桃子", "KIBI Momoko"), Okayama, "pr-division", "課長", "", Rank.None, true, Administrator),
        new("tochigi-admin", new("那須 陽一", "NASU Yoichi"), Tochigi, "pr-division", "課長", "", Rank.None, true, Administrator),
    ];

    private static Localized Administrator => new("システム管理者", "Administrator");

    private static SamplePerson Of(
        string login, string ja, string en, string unit, string post, string section, Rank rank, string asJa, string asEn, bool head = false) =>
        new(login, new(ja, en), Gunma, unit, post, section, rank, head, new(asJa, asEn));
}
