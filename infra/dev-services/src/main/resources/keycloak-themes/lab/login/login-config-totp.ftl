<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "password-commons.ftl" as passwordCommons>
<#assign manual = (mode!"") == "manual">
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
  <#if section = "header">
    ${msg("loginTotpTitle")}
  <#elseif section = "form">
    <ol class="steps" id="kc-totp-settings">
      <li>
        <h2>${msg("totpStepApp")}</h2>
        <p class="hint"><#list totp.supportedApplications as app>${msg(app)}<#sep>, </#sep></#list></p>
      </li>
      <li>
        <#if manual>
        <h2>${msg("totpStepKey")}</h2>
        <p class="key"><code id="kc-totp-secret-key">${totp.totpSecretEncoded}</code></p>
        <p class="hint">${msg("loginTotp." + totp.policy.type)} · ${totp.policy.getAlgorithmKey()} · ${msg("totpDigits", totp.policy.digits)}<#if totp.policy.type == "totp"> · ${msg("totpSeconds", totp.policy.period)}</#if></p>
        <p><a id="mode-barcode" href="${totp.qrUrl}">${msg("loginTotpScanBarcode")}</a></p>
        <#else>
        <h2>${msg("totpStepScan")}</h2>
        <img class="qr" id="kc-totp-secret-qr-code" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("totpQr")}" width="184" height="184">
        <p><a id="mode-manual" href="${totp.manualUrl}">${msg("loginTotpUnableToScan")}</a></p>
        </#if>
      </li>
      <li>
        <h2>${msg("totpStepCode")}</h2>
        <form class="form" id="kc-totp-settings-form" action="${url.loginAction}" method="post" novalidate>
          <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
          <#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
          <@field.input name="totp" label=msg("authenticatorCode") required=true autocomplete="one-time-code"/>
          <@field.input name="userLabel" label=msg("loginTotpDeviceName") required=totp.otpCredentials?has_content/>
          <@passwordCommons.logoutOtherSessions/>
          <@buttons.actionGroup>
            <@buttons.button id="saveTOTPBtn" label="totpSave"/>
            <#if isAppInitiatedAction??>
            <@buttons.button id="cancelTOTPBtn" label="doCancel" name="cancel-aia" value="true" type="secondary"/>
            </#if>
          </@buttons.actionGroup>
        </form>
      </li>
    </ol>
  </#if>
</@layout.registrationLayout>
