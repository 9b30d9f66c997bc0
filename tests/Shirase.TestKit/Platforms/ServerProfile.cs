namespace Shirase.TestKit.Platforms;

/// <summary>What an account of a test server says about itself; changed by tests as people do on the platform.</summary>
public sealed class ServerProfile
{
    public string Name { get; set; } = "";

    public string Text { get; set; } = "";

    public string Link { get; set; } = "";

    public bool IsMarked { get; set; }

    /// <summary>Names of the accounts it follows.</summary>
    public IList<string> Follows { get; } = [];
}
