namespace Shirase.Web.Api;

/// <summary>Cases: reading, drafting, deciding. One file for each, one verb for each route.</summary>
internal static partial class CaseEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        MapReading(api.MapGroup("/posts").WithTags("Cases"));
        MapDrafting(api.MapGroup("/posts").WithTags("Drafting"));
        MapDeciding(api.MapGroup("/posts").WithTags("Deciding"));
        MapCorrecting(api.MapGroup("/posts/{id:guid}").WithTags("Correcting"));
        MapStanding(api.MapGroup("/standing-order").WithTags("Deciding"));
    }
}

/// <summary>A reason or an opinion in the person's words.</summary>
public sealed record WhyBody(string? Why = null);
