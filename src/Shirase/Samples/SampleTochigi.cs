using Shirase.Core.People;

namespace Shirase.Samples;

/// <summary>栃木県 in the sample.</summary>
internal static class SampleTochigi
{
    public static IReadOnlyList<SamplePerson> People =>
    [
        new("tochigi-admin", new("那須 陽一", "NASU Yoichi"), SampleCast.Tochigi, "pr-division", "課長", "", Rank.None, true, SampleCast.Administrator),
    ];

    public static async Task AddAsync(SampleRegister register, CancellationToken ct)
    {
        var body = SampleCast.Tochigi;
        register.Body(body, "栃木県", "Tochigi Prefecture", null);
        register.Unit(body, "pr-division", "広報課", "Public Relations Division", "県民生活部", "広");
        await register.PeopleAsync(People, ct);
        register.System(body, "tochigi-admin", SystemRole.Administrator);
    }
}
