using Shirase.Core.Posts;

namespace Shirase.Posts;

/// <summary>A case in one line; what every act answers.</summary>
/// <param name="Number">整理番号; empty before it is filed.</param>
/// <param name="Step">Where it waits; empty outside the route.</param>
/// <param name="Revision">Rises with every change; the ETag of the draft.</param>
/// <param name="Hash">Of exactly this content; approvals bind to it and name it.</param>
public sealed record CaseBrief(
    Guid Id, string Number, string Title, Guid Unit, ApplicationState State, string Step, bool IsOnHold, int Revision, int Version, string Hash, DateTimeOffset ChangedAt)
{
    public static CaseBrief Of(PostApplication a) => new(
        a.Id.Value, a.Number, a.Current.Content.Title, a.Unit.Value, a.State, a.Step, a.IsOnHold, a.Revision, a.Current.Number, a.Current.Hash, a.ChangedAt);
}
