using Shirase.Core.People;

namespace Shirase.Samples;

/// <summary>岡山県 in the sample.</summary>
internal static class SampleOkayama
{
    public static IReadOnlyList<SamplePerson> People =>
    [
        new("okayama-admin", new("吉備 桃子", "KIBI Momoko"), SampleCast.Okayama, "pr-division", "課長", "", Rank.None, true, SampleCast.Administrator),
    ];

    public static async Task AddAsync(SampleRegister register, CancellationToken ct)
    {
        var body = SampleCast.Okayama;
        register.Body(body, "岡山県", "Okayama Prefecture", null);
        register.Unit(body, "pr-division", "公聴広報課", "Public Relations Division", "総合政策局", "公広");
        await register.PeopleAsync(People, ct);
        register.System(body, "okayama-admin", SystemRole.Administrator);
    }
}
