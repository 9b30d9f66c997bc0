using System.Text.Json;
using Shirase.Core.People;

namespace Shirase.Samples;

/// <summary>群馬県警察 in the sample: the police that posts on X under its guidelines.</summary>
internal static class SampleGunma
{
    private const string OfficeRule = "群馬県警察の処務に関する訓令（平成11年本部訓令第7号）";

    public static IReadOnlyList<SamplePerson> People =>
    [
        Of("tamura", "田村 由美", "TAMURA Yumi", SampleCast.Maebashi, "主任", "警務係", Rank.JunsaBucho, "申請所属（起案）", "Applicant unit (author)"),
        Of("sekiguchi", "関口 亮", "SEKIGUCHI Ryo", SampleCast.Maebashi, "係員", "生活安全係", Rank.Junsa, "申請所属（第二の確認者）", "Applicant unit (second checker)"),
        Of("negishi", "根岸 正明", "NEGISHI Masaaki", SampleCast.Maebashi, "署長", "", Rank.Keishisei, "所属長（決裁）", "Head of the unit (decides)", head: true),
        Of("shimizu", "清水 健一", "SHIMIZU Kenichi", SampleCast.Maebashi, "副署長", "", Rank.Keishi, "所属長の代決者", "Deputy of the head"),
        Of("tajima", "田島 修", "TAJIMA Osamu", SampleCast.Maebashi, "当直主任", "当直", Rank.Keibuho, "当直（緊急の申請）", "Duty officer (urgent applications)"),
        Of("hoshino", "星野 和彦", "HOSHINO Kazuhiko", SampleCast.PrDivision, "課長", "", Rank.Keishi, "運用管理者", "Operation manager", head: true),
        Of("kobayashi", "小林 智子", "KOBAYASHI Tomoko", SampleCast.PrDivision, "課長補佐（広報担当）", "", Rank.Keibu, "運用責任者（審査）", "Operation officer (examines)"),
        Of("takahashi", "高橋 大輔", "TAKAHASHI Daisuke", SampleCast.PrDivision, "係長", "広報係", Rank.Keibuho, "広報係員（投稿）", "PR officer (publishes)"),
        Of("mori", "森 あかり", "MORI Akari", SampleCast.PrDivision, "主任", "広報係", Rank.JunsaBucho, "広報係員（当番）", "PR officer (on call)"),
        Of("hara", "原 浩", "HARA Hiroshi", SampleCast.PrDivision, "係長", "報道係", Rank.Keibuho, "報道担当", "Press desk"),
        Of("okabe", "岡部 洋子", "OKABE Yoko", "community-safety-planning", "課長", "", Rank.Keishi, "本部主管課長", "Head of a headquarters division", head: true),
        Of("nakajima", "中島 翔", "NAKAJIMA Sho", "community-safety-planning", "係員", "企画係", Rank.Junsa, "本部主管課（起案）", "Headquarters division (author)"),
        Of("iizuka", "飯塚 剛", "IIZUKA Tsuyoshi", "investigation-1", "課長補佐", "", Rank.Keibu, "捜査第一課", "First Investigation Division"),
        Of("yanagida", "柳田 誠", "YANAGIDA Makoto", "inspection-division", "課長補佐", "", Rank.Keibu, "監査（閲覧のみ）", "Auditor (reads only)"),
        Of("horiguchi", "堀口 恵", "HORIGUCHI Megumi", "info-management-division", "係長", "情報管理係", Rank.Keibuho, "システム管理者", "Administrator"),
    ];

    public static async Task AddAsync(SampleRegister register, Uri here, CancellationToken ct)
    {
        var (body, regulation) = (SampleCast.Gunma, SampleInstallation.Regulation);
        register.Body(body, "群馬県警察", "Gunma Prefectural Police", regulation, "www.police.pref.gunma.jp");
        foreach (var unit in Units())
        {
            register.Unit(body, unit.Code, unit.Name, unit.NameEn, unit.Parent, unit.Mark);
        }

        await register.PeopleAsync(People, ct);
        register.System(body, "horiguchi", SystemRole.Administrator);
        register.System(body, "yanagida", SystemRole.Auditor);
        AddDeputy(register);
        register.Terminal(body, "広報広聴課 HP管理用端末", "本部庁舎 広報広聴課", "gx-11-2");
        register.Account(body, regulation, "drill", "gunma_police", "群馬県警察", SampleCast.PrDivision);
        register.Account(body, regulation, "website", "gunma_police_site", "県警ホームページ", SampleCast.PrDivision);
        SamplePartners.Add(register.Db, here, register.Now, register.Staff("tamura"), register.Staff("kobayashi"));
    }

    private static void AddDeputy(SampleRegister register)
    {
        var body = SampleCast.Gunma;
        var deputy = new Deputy(
            Guid.CreateVersion7(), body, SampleInstallation.Regulation, "unit-head", register.UnitOf(body, SampleCast.Maebashi),
            register.Staff("shimizu"), 1, SampleInstallation.Since, null, OfficeRule);
        register.Db.Add(deputy);
        register.Db.Record(body, register.Now, "deputy.registered", $"staff/{deputy.Staff}", new { deputy = deputy.Id, clause = "gx-15-1-3" });
    }

    private static SamplePerson Of(
        string login, string ja, string en, string unit, string post, string section, Rank rank, string asJa, string asEn, bool head = false) =>
        new(login, new(ja, en), SampleCast.Gunma, unit, post, section, rank, head, new(asJa, asEn));

    private static List<SampleUnit> Units()
    {
        using var file = typeof(SampleInstallation).Assembly.GetManifestResourceStream("Shirase.Samples.gunma-police.json")!;
        return JsonSerializer.Deserialize<SampleOrganisation>(file, JsonSerializerOptions.Web)!.Units;
    }

    private sealed record SampleOrganisation(List<SampleUnit> Units);

    private sealed record SampleUnit(string Code, string Name, string NameEn, string Parent, string Mark);
}
