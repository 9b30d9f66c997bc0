using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;

namespace Shirase.Samples;

/// <summary>石川県警察 in the sample: units that each run an account of their own (is-2-1-a). The people are invented.</summary>
internal static class SampleIshikawa
{
    private const string Traffic = "traffic-planning";
    private const string Investigation = "investigation-1";
    private const string Kanazawa = "kanazawa-higashi";
    private const string Office = "pr-office";

    public static IReadOnlyList<SamplePerson> People =>
    [
        Of("kinoshita", "木下 舞", "KINOSHITA Mai", Traffic, "係長", "企画係", Rank.Keibuho, "運用所属（起案。発信はできない）", "Operating unit (drafts; may not send)"),
        Of("nishida", "西田 正人", "NISHIDA Masato", Traffic, "課長", "", Rank.Keishi, "運用所属長（承認）", "Head of the operating unit (approves)", head: true),
        Of("taniguchi", "谷口 隆志", "TANIGUCHI Takashi", Traffic, "課長補佐", "", Rank.Keibu, "簡易・定型の承認者", "Approves simple and standard posts"),
        Of("nakamura", "中村 健", "NAKAMURA Ken", Traffic, "主任", "企画係", Rank.JunsaBucho, "情報発信担当者", "Designated sender"),
        Of("yamamoto", "山本 彩", "YAMAMOTO Aya", Traffic, "係員", "企画係", Rank.Junsa, "情報発信担当者（当番）", "Designated sender (on call)"),
        Of("ishikawa-mori", "森 豊", "MORI Yutaka", Investigation, "課長補佐", "当直", Rank.Keibu, "捜査第一課（協議の相手）", "First Investigation Division (is consulted)"),
        Of("higashi", "東 明", "HIGASHI Akira", Investigation, "課長", "", Rank.Keishi, "関係所属長（捜査第一課）", "Head of a related unit", head: true),
        Of("minami", "南 千秋", "MINAMI Chiaki", Kanazawa, "署長", "", Rank.Keishi, "関係所属長（金沢東署）", "Head of a related station", head: true),
        Of("okada", "岡田 聡", "OKADA Satoshi", Office, "係長", "広報係", Rank.Keibuho, "総務課広報室", "Public Relations Office"),
        new("ishikawa-admin", new("能登 隆", "NOTO Takashi"), SampleCast.Ishikawa, Office, "室長", "", Rank.Keibu, true, SampleCast.Administrator),
    ];

    public static async Task AddAsync(SampleRegister register, CancellationToken ct)
    {
        var (body, regulation) = (SampleCast.Ishikawa, "ishikawa-police-sns");
        register.Body(body, "石川県警察", "Ishikawa Prefectural Police", regulation, "www2.police.pref.ishikawa.lg.jp");
        register.Unit(body, Office, "総務課広報室", "Public Relations Office", "警務部", "広");
        register.Unit(body, Traffic, "交通企画課", "Traffic Planning Division", "交通部", "交企");
        register.Unit(body, Investigation, "捜査第一課", "First Investigation Division", "刑事部", "捜一");
        register.Unit(body, Kanazawa, "金沢東警察署", "Kanazawa Higashi Police Station", "", "金東");
        await register.PeopleAsync(People, ct);
        register.System(body, "ishikawa-admin", SystemRole.Administrator);
        foreach (var sender in new[] { "nakamura", "yamamoto" })
        {
            register.Appoint(body, regulation, "information-sender", sender, register.UnitOf(body, Traffic), "運用所属長の指定（見本）", "is-2-1-a");
        }

        register.Appoint(body, regulation, "designated-approver", "taniguchi", register.UnitOf(body, Traffic), "運用所属長の指定（見本）", "is-2-4-e");
        register.Appoint(body, regulation, "pr-office", "okada", null, "所掌による（見本）", "is-0-b");
        register.Terminal(body, "交通企画課 PC-014", "本部庁舎 交通企画課", "is-2-3", register.UnitOf(body, Traffic));
        AddForm(register);
        register.Account(body, regulation, "drill", "ishikawa_kotsu", "石川県警察交通企画課", Traffic);
    }

    private static void AddForm(SampleRegister register)
    {
        var form = new StandardForm(
            Guid.CreateVersion7(), SampleCast.Ishikawa, register.UnitOf(SampleCast.Ishikawa, Traffic), "死亡事故注意喚起",
            "【交通死亡事故の発生】{日時}、{場所}で交通死亡事故が発生しました。夕暮れ時は早めにライトを点灯し、横断歩道では歩行者を優先してください。",
            register.Staff("kinoshita"), register.Now);
        if (form.Approve(new Act(register.Staff("nishida"), register.Now), "is-2-4-d") is { } refusal)
        {
            throw new InvalidOperationException(refusal.Text.En);
        }

        register.Db.Add(form);
        register.Db.Record(SampleCast.Ishikawa, register.Now, "standard-form.approved", $"standard-form/{form.Id}", new { clause = "is-2-4-d" });
    }

    private static SamplePerson Of(
        string login, string ja, string en, string unit, string post, string section, Rank rank, string asJa, string asEn, bool head = false) =>
        new(login, new(ja, en), SampleCast.Ishikawa, unit, post, section, rank, head, new(asJa, asEn));
}
