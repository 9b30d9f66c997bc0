using Shirase.Core.People;

namespace Shirase.Samples;

/// <summary>石川県警察 in the sample.</summary>
internal static class SampleIshikawa
{
    public static IReadOnlyList<SamplePerson> People =>
    [
        new("ishikawa-admin", new("能登 隆", "NOTO Takashi"), SampleCast.Ishikawa, "pr-office", "室長", "", Rank.Keibu, true, SampleCast.Administrator),
    ];

    public static async Task AddAsync(SampleRegister register, CancellationToken ct)
    {
        var body = SampleCast.Ishikawa;
        register.Body(body, "石川県警察", "Ishikawa Prefectural Police", null);
        register.Unit(body, "pr-office", "総務課広報室", "Public Relations Office", "警務部", "広");
        await register.PeopleAsync(People, ct);
        register.System(body, "ishikawa-admin", SystemRole.Administrator);
    }
}
