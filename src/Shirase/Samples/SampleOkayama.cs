using Shirase.Channels;
using Shirase.Core.Accounts;
using Shirase.Core.People;

namespace Shirase.Samples;

/// <summary>岡山県 in the sample: the tourism division, whose posts keep to duty hours and to the hours of its policy.</summary>
internal static class SampleOkayama
{
    public const string Regulation = "okayama-social-media";
    public const string Tourism = "tourism";
    public const string Handle = "okayama_kanko_sample";

    public static IReadOnlyList<SamplePerson> People =>
    [
        Of("fujiwara", "藤原 健", "FUJIWARA Ken", Tourism, "主任", "所属の職員（起案・確認・発信）", "Staff of the unit (writes, checks, sends)"),
        Of("namba", "難波 春香", "NAMBA Haruka", Tourism, "主事", "所属の職員（起案・確認・発信）", "Staff of the unit (writes, checks, sends)"),
        Of("miyake", "三宅 和子", "MIYAKE Kazuko", Tourism, "課長", "所属長・責任者", "Head of the unit, person responsible", head: true),
        Of("ono", "小野 誠", "ONO Makoto", "pr-division", "参事", "公聴広報課", "Public Relations Division"),
        Of("okayama-admin", "吉備 桃子", "KIBI Momoko", "pr-division", "課長", SampleCast.Administrator.Ja, SampleCast.Administrator.En, head: true),
    ];

    public static async Task AddAsync(SampleRegister register, CancellationToken ct)
    {
        var body = SampleCast.Okayama;
        register.Body(body, "岡山県", "Okayama Prefecture", Regulation, "www.pref.okayama.jp");
        register.Unit(body, "pr-division", "公聴広報課", "Public Relations Division", "総合政策局", "公広");
        register.Unit(body, Tourism, "観光課", "Tourism Division", "産業労働部", "観");
        await register.PeopleAsync(People, ct);
        register.System(body, "okayama-admin", SystemRole.Administrator);
        register.Appoint(body, Regulation, "pr-division", "ono", null, "所掌による（見本）", "ok-4-2-c");
        register.Account(body, Regulation, "drill", Handle, "岡山県観光課", Tourism);
        SamplePolicies.Add(register, body, Handle, register.Staff("miyake"), Policy);
        register.Db.Add(new StoredPracticePost(
            body, SamplePartners.CitizenPost, SamplePartners.Citizen, "桃の花が満開です。子どもたちと出かけました。来週の日曜はお祭りです。", "[]", register.Now.AddHours(-30), null, null));
    }

    /// <summary>Hours 9:00 to 17:00 on working days, and a clause for emergencies.</summary>
    private static PolicyFacts Policy => new()
    {
        Purpose = "県内の観光の魅力を伝え、来県を促す。",
        Contents = "観光地・イベントの案内\n交通・施設の案内\n災害時の観光客への案内",
        Responsible = "観光課長",
        Address = $"https://x.com/{Handle}",
        From = new(9, 0),
        To = new(17, 0),
        EmergencyCases = "災害時\n誤情報の訂正",
        Contributions = "none",
        MayRepost = true,
        OtherMethods = "他の方の投稿は、内容を確かめ、写っている方の同意を得たものに限り再投稿する。フォローはしない。",
        PersonalInformation = "個人情報の保護に関する法律に基づき取り扱う。いただいた情報は目的の範囲で用い、１年で消す。",
        Law = "個人情報の保護に関する法律（平成15年法律第57号）",
        UserRules = "法令に反しないこと\n人を傷つけないこと\n広告をしないこと",
        IntellectualProperty = "県の投稿の権利は県に、利用者の投稿の権利は利用者にある。",
        Disclaimer = "県は、利用者の投稿の内容や、閲覧により生じた損害について責めを負わない。",
    };

    private static SamplePerson Of(string login, string ja, string en, string unit, string post, string asJa, string asEn, bool head = false) =>
        new(login, new(ja, en), SampleCast.Okayama, unit, post, "", Rank.None, head, new(asJa, asEn));
}
