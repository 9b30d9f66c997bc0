namespace Shirase.Web.Shell;

/// <summary>The sample installation answers on this machine only.</summary>
public static class SampleBinding
{
    public const string Address = "http://localhost:5080";

    /// <summary>Binds the sample to its address unless another (which must be loopback too) is configured.</summary>
    public static void BindSampleToThisMachine(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var isSample = configuration.GetValue<bool>($"{InstallationOptions.Section}:{nameof(InstallationOptions.Sample)}");
        if (isSample && string.IsNullOrEmpty(configuration["urls"]) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Address);
        }
    }
}
