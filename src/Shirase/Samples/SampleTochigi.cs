using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;

namespace Shirase.Samples;

/// <summary>栃木県 in the sample: the tourism exchange division, where an approver decides at any hour.</summary>
internal static class SampleTochigi
{
    public const string Regulation = "tochigi-social-media";
    public const string Exchange = "tourism-exchange";
    public const string Handle = "tochigi_kanko_sample";

    public static IReadOnlyList<SamplePerson> People =>
    [
        Of("tomoko", "小林 朋子", "KOBAYASHI Tomoko", Exchange, "主任", "情報を発信する担当者（書き手）", "Person in charge of sending (author)"),
        Of("omori", "大森 達也", "OMORI Tatsuya", Exchange, "課長補佐", "承認者", "Approver"),
        Of("shinohara", "篠原 恵子", "SHINOHARA Keiko", Exchange, "課長", "所属長", "Head of the unit", head: true),
        Of("yoshizawa", "吉沢 亮太", "YOSHIZAWA Ryota", "pr-division", "主査", "広報課", "Public Relations Division"),
        Of("tochigi-admin", "那須 陽一", "NASU Yoichi", "pr-division", "課長", SampleCast.Administrator.Ja, SampleCast.Administrator.En, head: true),
    ];

    public static async Task AddAsync(SampleRegister register, CancellationToken ct)
    {
        var body = SampleCast.Tochigi;
        register.Body(body, "栃木県", "Tochigi Prefecture", Regulation, "www.pref.tochigi.lg.jp");
        register.Unit(body, "pr-division", "広報課", "Public Relations Division", "県民生活部", "広");
        register.Unit(body, Exchange, "観光交流課", "Tourism Exchange Division", "産業労働観光部", "観交");
        await register.PeopleAsync(People, ct);
        register.System(body, "tochigi-admin", SystemRole.Administrator);
        register.Appoint(body, Regulation, "pr-division", "yoshizawa", null, "所掌による（見本）", "to-7-2-e");
        Look(register, register.Terminal(body, "観光交流課 タブレット01", "本庁舎 観光交流課", "to-7-2-ki", register.UnitOf(body, Exchange)));
        register.Account(body, Regulation, "drill", Handle, "栃木県観光交流課", Exchange);
        SamplePolicies.Add(register, body, Handle, register.Staff("shinohara"), Policy);
    }

    // As its keeper found it on the day of the installation; after thirty days it has to be looked at again (to-7-2-ki)
    private static void Look(SampleRegister register, TerminalId terminal)
    {
        var (by, today) = (register.Staff("tomoko"), register.Now.JapanDay());
        register.Db.Terminals.Local.Single(t => t.Id == terminal).IsKept(by, isLockedAway: true, isEncrypted: true);
        register.Db.Add(new TerminalState(
            Guid.CreateVersion7(register.Now), SampleCast.Tochigi, terminal, "Android 16", new DateOnly(today.Year + 2, 3, 31), today, null, hasScreenLock: true, by, register.Now.Truncated()));
    }

    private static PolicyFacts Policy => new()
    {
        Purpose = "県の観光の話題を届け、交流を広げる。",
        Contents = "観光・イベントの案内\n特産品の紹介\n災害時の案内",
        Contributions = "none",
        Mode = "send-only",
        Authentication = "on",
        Approval = "書き手の原稿を、観光交流課の課長補佐が承認する。不在のときは課長が承認する。",
        OtherMethods = "問い合わせは県公式ホームページの窓口で受ける。",
        MayRepost = true,
    };

    private static SamplePerson Of(string login, string ja, string en, string unit, string post, string asJa, string asEn, bool head = false) =>
        new(login, new(ja, en), SampleCast.Tochigi, unit, post, "", Rank.None, head, new(asJa, asEn));
}
