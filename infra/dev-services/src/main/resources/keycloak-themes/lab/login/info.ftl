<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${kcSanitize(msg(messageHeader))?no_esc}<#else>${message.summary}</#if>
  <#elseif section = "form">
    <div id="kc-info-message">
      <#if messageHeader?? || requiredActions??>
      <p class="lead">${message.summary}<#if requiredActions??>: <strong><#list requiredActions as each>${msg("requiredAction." + each)}<#sep>, </#sep></#list></strong></#if></p>
      </#if>
      <#if !skipLink??>
        <#if pageRedirectUri?has_content>
        <p class="actions"><a class="button primary wide" href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
        <#elseif actionUri?has_content>
        <p class="actions"><a class="button primary wide" href="${actionUri}">${msg("proceedWithAction")}</a></p>
        <#elseif (client.baseUrl)?has_content>
        <p class="actions"><a class="button primary wide" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
        </#if>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>
