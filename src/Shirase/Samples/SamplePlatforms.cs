using System.Text.Json;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;

namespace Shirase.Samples;

/// <summary>Platforms in the registers of the sample prefectures, and in 岡山 the baseline and the signed comparison of its account on X.</summary>
internal static class SamplePlatforms
{
    /// <summary>Ratings of the baseline and, the same, of X; in the order of the document's rows.</summary>
    private static readonly int[] Ratings = [2, 3, 3, 2];

    public static void Add(SampleRegister register, RegulationLibrary library)
    {
        Enter(register, SampleCast.Okayama, "Facebook", true);
        var x = Enter(register, SampleCast.Okayama, "X", true);
        Enter(register, SampleCast.Okayama, "メールマガジン", false, "一斉に送るだけで、やり取りはできない。");
        Enter(register, SampleCast.Tochigi, "X", true);
        if (library.InForce(SampleOkayama.Regulation, register.Now.JapanDay())?.AccountRequest?.Comparison is { } rule)
        {
            Compare(register, x, rule);
        }
    }

    private static Platform Enter(SampleRegister register, BodyId body, string name, bool isTwoWay, string note = "")
    {
        var platform = new Platform(Guid.CreateVersion7(register.Now), body, name, true, isTwoWay, note, null, register.Now);
        register.Db.Add(platform);
        register.Db.Record(body, register.Now, "platform.entered", $"platform/{platform.Id}", new { sample = true });
        return platform;
    }

    private static void Compare(SampleRegister register, Platform platform, ComparisonRule rule)
    {
        var (db, body, regulation, handle) = (register.Db, SampleCast.Okayama, SampleOkayama.Regulation, SampleOkayama.Handle);
        var ratings = rule.Rows.Select((r, i) => (r.Id, Rating: Ratings[i % Ratings.Length])).ToDictionary(r => r.Id, r => r.Rating);
        var baseline = new RiskBaseline(Guid.CreateVersion7(register.Now), body, regulation, 1, JsonSerializer.Serialize(ratings), "公聴広報課の見立て（見本）", null, register.Now);
        var account = db.Accounts.Local.Single(a => a.Body == body && a.Handle == handle);
        var request = new AccountRequest(
            Guid.CreateVersion7(register.Now), body, regulation, account.Owner, platform.Id, handle, account.DisplayName, "県内の観光の魅力を伝え、来県を促す。", null, register.Now);
        var sheet = new PlatformAssessment(Guid.CreateVersion7(register.Now), body, request.Id, 1, register.Now);
        var act = new Act(register.Staff("miyake"), register.Now);
        var rows = rule.Rows.Select(r => new RiskRow(r.Id) { Rating = ratings[r.Id], Reason = "発信のみに使い、返信の欄は閉じている（見本）。" }).ToList();
        if ((sheet.Write(rows, rule) ?? sheet.Sign(act, baseline, rule)
            ?? request.Decide(account.Id, platform, sheet, new AccountRequestRule("", "") { Usual = "Facebook", Comparison = rule }, act)) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Text.En);
        }

        db.AddRange(baseline, request, sheet);
        db.Record(body, register.Now, "baseline.entered", $"body/{body}", new { number = 1, sample = true });
        db.Record(body, register.Now, "account-request.decided", $"account-request/{request.Id}", new { account = account.Id, sample = true });
        db.Record(body, register.Now, "comparison.signed", $"account/{account.Id}", new { number = 1, sample = true });
    }
}
