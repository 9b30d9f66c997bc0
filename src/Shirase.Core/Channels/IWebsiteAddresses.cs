namespace Shirase.Core.Channels;

/// <summary>Where pages of the body's own public site inside this system are found by the public.</summary>
public interface IWebsiteAddresses
{
    Uri OfNotice(BodyId body, string id);
}
